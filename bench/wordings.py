"""The stock of words and sentences that stories are made of."""

from __future__ import annotations

ONSETS = ("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w", "z")
RHYMES = ("a", "an", "ar", "e", "el", "en", "er", "i", "il", "in", "o", "ol", "on", "or", "u", "ul", "un", "ur", "ay", "ow")
FIRST_NAMES = (
    "Anna", "Boris", "Carla", "David", "Elena", "Farid", "Grace", "Henrik", "Ines", "Jonas", "Karin", "Luis",
    "Maria", "Nikos", "Olga", "Peter", "Ravi", "Sara", "Tomas", "Ursula", "Victor", "Yusuf",
)  # fmt: skip

SUBJECTS = (
    "The mayor", "A spokesman", "The company", "The committee", "One witness", "The head coach", "A neighbour",
    "The prosecutor", "An official at the ministry", "The union", "The opposition", "A lawyer for the family",
    "The board", "The museum", "The regulator", "A former minister", "The airline", "The inquiry", "The landlord",
    "A visiting scholar", "The harbour master", "The newspaper", "The choir", "The insurer",
)  # fmt: skip
CROWD = (
    "residents", "commuters", "investors", "supporters", "scientists", "parents", "critics", "shopkeepers",
    "lawmakers", "drivers", "farmers", "teachers", "nurses", "listeners", "voters", "tenants",
)  # fmt: skip

OPENINGS = (
    "What began as an ordinary morning in {place} ended in long queues, closed roads and many questions.",
    "The authorities in {place} gave a fuller account on {weekday} of what had happened there.",
    "{person}, {age}, stood in the rain in {place} on {weekday} and spoke for a long while.",
    "People in {place} and nearby {near} were still taking stock on {weekday}.",
    "The news from {place} travelled fast across {land}.",
    "{body} put out a statement on {weekday} and then fell silent.",
)

# A quotation is one of each: beginning, middle and end.
QUOTED = (
    (
        "We did what anybody would have done", "Nobody told us anything", "I have never seen the square so full",
        "The figures speak for themselves", "There will be time for questions", "My neighbours carried what they could",
        "This was a fair answer to a hard question", "We shall publish all that we know", "They worked with courage",
        "No decision has been taken", "The road was closed without a word", "I would not call it a surprise",
        "It is a beginning and not an end", "Our people deserve better", "You cannot plan for such a day",
    ),
    (
        "when the water came", "before the doors were opened", "on the old building", "at the works", "after the vote",
        "while the cameras were running", "in the last quarter of an hour", "on that side of the river",
        "behind the station", "in all these years", "under the new rules", "for as long as I have lived here",
        "when the lights went out", "at the end of a long night", "in front of the children", "since the fence went up",
    ),
    (
        "and that is all there is to say", "and the rest is talk", "but we are still here", "and we will do it again",
        "but nobody wants to hear it", "and I stand by every word", "so we had to begin anew",
        "and the town will remember it", "but it was not for want of trying", "and my door is open",
        "though others may see it in another light", "and you can write that down",
    ),
)  # fmt: skip

CREDITS = ("Reuters contributed reporting to this article.", "The Associated Press contributed to this report.", "(AFP)")

PLAIN = (
    "{subject} declined to say more about the matter.",
    "{subject} has long argued that the rules need to be clearer, and that nobody is served by delay.",
    "For {crowd} the question is a simple one, though the answer may take a while to arrive.",
    "It was not clear whether the plan would go ahead as it had been drawn up.",
    "Many {crowd} said that they had heard nothing of it beforehand.",
    "{subject} promised a full account as soon as the facts were known.",
    "The weather had been mild and the streets were quieter than they usually are.",
    "Some {crowd} welcomed the decision, while others called it a missed chance.",
    "{subject} thanked everybody who had helped and asked for patience.",
    "A small group of {crowd} waited outside and sang.",
    "The building dates from a time when the river was still the main road through the town.",
    "There was no immediate comment from the other side.",
    "{subject} would not be drawn on whether anybody had been warned.",
    "Much of the discussion has turned on a single clause that few had read with care.",
    "In the evening the lights came back on and {crowd} returned to what they had been doing.",
    "{subject} described the mood as calm but watchful.",
    "Behind the figures lies an older quarrel over who should pay for what everybody uses.",
    "Several proposals are on the table, none of them popular with {crowd}.",
    "{subject} pointed to similar cases elsewhere that had ended well.",
    "The details are to be worked out by a working group whose members have yet to be chosen.",
    "Local {crowd} have been asking for a new bridge for as long as anybody can remember.",
    "{subject} insisted that nothing had been decided behind closed doors.",
    "Until then, {crowd} will have to make do with what there is.",
    "Observers said that the tone had changed, if not the substance.",
    "{subject} said that safety came before everything else.",
    "What happens next depends on the weather, on money and on a little luck.",
    "Not everybody was convinced, and the applause was thin.",
    "The report makes for dull reading, but its conclusions are plain enough.",
    "{subject} repeated that the matter was closed.",
    "A spokeswoman said that the claims were being looked into and that it would be wrong to guess.",
)

TOPICS = {
    "earthquake": (
        "At least {n0} people were killed and {n1} injured when the earthquake shook {place} on {date}, officials said.",
        "The death toll in {place} rose to {n0}, according to {body}.",
        "The quake damaged {n2} homes in {near} and {n3} in the hills above it.",
        "{second}, who leads the rescue work, said {n4} people were still missing in {near}.",
        "The tremor had a magnitude of 6.4 and struck at a depth of 12 kilometres.",
        "More than {n5} people spent the night in tents outside {place}.",
        "An earthquake in {month} killed {n1} people in the same valley.",
        "{person}, the {age}-year-old governor, visited {near} on {weekday}.",
        "{firm} said power was back for {share} of its customers.",
    ),
    "company": (
        "{firm} said on {weekday} that revenue rose {share} to ${s0} billion in the third quarter.",
        "The company will cut {n0} jobs in {place} and close {n1} stores in {land}.",
        "{person}, {age}, who has led {firm} since {month}, will stay on for two years.",
        "Shares of {firm} fell {share} on {date}.",
        "{second} of {body} said profit had been expected to reach ${s1} million.",
        "{firm} employs {n5} people in {land} and runs {n2} stores.",
        "The new plant near {near} cost €{s0}bn and will make {n3} vehicles a day.",
        "A group of {n4} workers marched to the gates in {place} on {weekday}.",
    ),
    "election": (
        "{person} won {share} of the vote in {land}, according to results released on {weekday}.",
        "Turnout in {place} was {share}, the election commission said.",
        "{second}, {age}, came second with {n0} votes fewer than expected.",
        "Police arrested {n1} protesters in {near} after the polls closed on {date}.",
        "The party of {third} took {n2} seats in the assembly, up from {n3} in {month}.",
        "{body} sent {n4} observers to {land}.",
        "{surname} is to be sworn in for a second term in {place}.",
        "About {n5} people gathered in the main square of {place} on {weekday}.",
    ),
    "match": (
        "{firm} beat {body} 3-1 in {place} on {date} before a crowd of {n5}.",
        "{person}, {age}, scored the winning goal, one of {n0} shots on target, after 35 minutes.",
        "{second} was sent off in the second half for a foul on {third}.",
        "It was the fourth win in a row for {firm}, who have {n1} points from {n2} matches.",
        "{body} have not won in {near} since {month}.",
        "{third} said the side had had {share} of the ball.",
        "Police in {place} detained {n3} supporters on {weekday}.",
        "The two sides meet again in {near} in a fortnight.",
    ),
    "trial": (
        "{person}, {age}, was sentenced to seven years in prison in {place} on {date}.",
        "The court heard that {surname} had taken ${s0} million from {firm} over four years.",
        "{second}, for the defence, said the {n0} documents proved nothing.",
        "Prosecutors called {n1} witnesses and showed {n2} emails.",
        "The jury of 12 needed three days to reach a verdict.",
        "{third} was fined €{s1},000 in the same case in {month}.",
        "{body} said {n3} customers had lost their savings.",
        "An appeal will be heard in {near}, a lawyer said on {weekday}.",
    ),
    "storm": (
        "The storm killed {n0} people in {land} and left {n1} missing, the government said on {date}.",
        "Winds of 140 kilometres an hour tore the roofs off {n2} houses in {near}.",
        "{n5} people were evacuated from the coast around {place} before {weekday}.",
        "{firm} said {share} of homes in {place} had no power.",
        "{person}, {age}, lost {n3} animals when the river rose.",
        "The damage was put at ${s1} billion by {body}.",
        "{second} said {n4} schools would stay closed.",
        "It was the worst storm in {land} since {month}.",
    ),
}
