"""Numbers of players' shirts: a kind of claim and a rule for factcheck."""
