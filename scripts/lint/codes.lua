-- Every code that lint gives, how much it weighs, one sentence about it, and
-- the cure where a finding names none of its own.

local ERROR <const>, WARNING <const> = "error", "warning"

local codes = {}

local function code(name, severity, says, cure)
  codes[name] = { severity = severity, says = says, cure = cure }
end

-- Reading the files
code("L001", ERROR, "Lua cannot read the file; every check in it reports error "
  .. "until it can.", "Mend this line; then lint again.")
code("L002", ERROR, "Lua can read the file, but what it then does makes no "
  .. "sense; every check in it reports error.", "Mend this line; then lint "
  .. "again.")
code("L003", ERROR, "Lua works out words and signs between sentences at once "
  .. "and in silence, so the rule says something else than it seems to.",
  "Write it in the words of rules.")
code("L004", ERROR, "A name stands twice in the same braces, and Lua keeps only "
  .. "the last.", "Keep one of the two.")
code("L005", ERROR, "A word that takes braces says nothing without them.",
  "Write its braces.")
code("L006", WARNING, "Only files whose names end in .lua are read; a text "
  .. "editor may put .txt behind that.", "Rename the file; in Notepad, save as "
  .. "type All files.")

code("L007", WARNING, "A remark that accepts a warning names its code and gives a "
  .. "reason, and goes when the warning does.", "Write -- accept L040: and the reason, "
  .. "on the line of the warning or above it, or take the remark out.")

-- Understanding what they declare
code("L010", ERROR, "A rule says something that is not understood; the check "
  .. "reports error wherever it applies.", "Write a condition as a fact's "
  .. "name, a phrase and a value, such as \"arms.used is yes\".")
code("L011", ERROR, "A point of the guidance is not declared as it should be.",
  "Give it its strength and what it says.")
code("L012", ERROR, "A fact, list or parameter is not declared as it should "
  .. "be; a pack with a broken vocabulary cannot be opened.", "Say of which type "
  .. "it is, and what that type needs: type = \"yes/no\", or type = \"choice\" and "
  .. "values = { \"...\" }.")
code("L013", ERROR, "A parameter has a value that does not fit its type; a pack "
  .. "with one cannot be opened.", "Write what is expected in its place.")
code("L014", ERROR, "A name in a declaration means nothing there; a pack with one "
  .. "in a parameter cannot be opened, elsewhere it is passed over.",
  "Correct the name, or take it out.")

-- Ids
code("L020", ERROR, "Two declarations share one id, so reports cannot tell them "
  .. "apart.", "Give one of them an id that was never used.")
code("L021", ERROR, "An id that was retired, or given up for another, is never "
  .. "used again: old reports name it.", "Take an id that was never used.")

-- From the guidance to the facts and back
code("L030", WARNING, "The vocabulary holds the facts that a check reads, and no "
  .. "others: nobody should be asked in vain.", "Let a check read it, or take "
  .. "it out.")
code("L032", WARNING, "A point of the guidance that no check cites is not "
  .. "assessed.", "Cite it in the check that assesses it.")
code("L033", WARNING, "A check that cites no point can never lower a rating.",
  "Name the points of the guidance it assesses: points = { \"...\" }.")
code("L034", WARNING, "A provision without checks is never assessed.",
  "Write its checks: their ids begin with its id and a dot.")
code("L035", WARNING, "A value that the guidance does not state needs a source, "
  .. "so that reports can name it.", "Write source = \"who set it, and where\".")

-- Examples
code("L040", WARNING, "Examples are a check's tests and its documentation.",
  "Write examples \"...\" { ... } in the file beside the provision.")
code("L041", WARNING, "There should be an example for every outcome a check can "
  .. "give.", "Add an example that gives it.")
code("L042", ERROR, "An example that does not fit the vocabulary shows nothing.",
  "Name facts of the vocabulary, with values they can have.")
code("L043", WARNING, "Two examples of a check with one name cannot be told "
  .. "apart in reports.", "Say in because what is special to each.")

code("L044", WARNING, "An example whose reason is not given cannot be judged by "
  .. "those who read it.", "Say in because why this outcome is right.")

-- Words
code("L050", WARNING, "Titles are headings and end without a full stop; "
  .. "sentences end with one, and questions with a question mark.",
  "Correct the end of the text.")
code("L051", WARNING, "A name in braces inside a sentence is filled in from the "
  .. "facts; one that names none is printed as it stands.",
  "Write the name of a fact, or take the braces out.")
code("L053", WARNING, "A report says why a check does not apply, what is wrong "
  .. "and how a finding is closed; the check has to say it.", "Write the "
  .. "sentence.")
code("L054", WARNING, "Where both a group and a condition in it have a sentence, "
  .. "a reader cannot tell which one is printed.", "Give the sentence to the "
  .. "group alone, or to each of its conditions.")

code("L055", WARNING, "Two dots join the pieces of a text as they are: a space "
  .. "that neither has is missing from the whole.", "Put a space inside the "
  .. "quotation marks, before the two dots.")

code("L056", WARNING, "A new check begins with words that say what its author is to "
  .. "write.", "Write your own.")

-- Sense
code("L060", WARNING, "A condition that can never hold says nothing.",
  "Look for two parts that exclude each other.")
code("L061", WARNING, "A condition that always holds says nothing.",
  "Look for parts that cover every value, or take it out.")
code("L062", WARNING, "A check that comes out the same whatever the facts are "
  .. "tests nothing.", "Compare what it expects with when it applies.")
code("L063", WARNING, "A disagreement makes the facts it names unknown, so they "
  .. "should be the facts it looks at.", "Name the facts its when reads.")
code("L064", WARNING, "A condition on a limit counts for nothing where no limit is "
  .. "stated, and what is beside it in all decides alone.",
  "Write beside it that the limit is not none-stated.")

-- Layers
code("L070", ERROR, "A layer says something that a pack laid over another may "
  .. "not say; no engine opens on it.", "Say it by the words for layers, or in "
  .. "the pack itself.")

code("L071", WARNING, "A check that is called stricter than one of the baseline falls "
  .. "short where that one does not; readers rely on it.", "Ask more than the other "
  .. "check does, or take stricter_than out.")

return codes
