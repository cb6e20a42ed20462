"""The nouns of factcheck: light records, no input or output, no rules.

Offsets are Unicode code points into a document's text, half-open: `text[start:end]`.
"""
