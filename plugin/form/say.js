// The words of the page.  Where the page came with a translation (a PO file, the element
// "words"), each sentence is looked up whole there, with its holes in it; one that is
// missing stays English, and is counted.
"use strict";
(() => {
  const FROM_THE_RIGHT = ["ar"];
  const file = document.getElementById("words");
  const words = new Map();
  const missing = new Set();

  // Reads msgid and msgstr, each of one or more quoted lines.
  function read(text) {
    const part = { msgid: "", msgstr: "" };
    let at = null;
    for (const line of `${text}\nmsgid ""`.split("\n")) {
      const [, name, quoted] = /^(msgid|msgstr)?\s*(".*")$/.exec(line.trim()) ?? [];
      if (!quoted) continue;
      if (name === "msgid") {
        if (part.msgstr) words.set(part.msgid, part.msgstr);
        part.msgid = part.msgstr = "";
      }
      at = name ?? at;
      part[at] += JSON.parse(quoted);
    }
  }
  if (file) read(file.textContent);

  // `english` in the language of the page, each {hole} filled.
  form.say = (english, holes = {}) => {
    if (file && !words.has(english)) missing.add(english);
    return (words.get(english) ?? english).replace(/\{(\w+)\}/g, (hole, name) => String(holes[name] ?? hole));
  };

  function sayElements() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT,
      (node) => (node.parentElement.closest("script, noscript") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) text.data = form.say(text.data.trim());
    for (const one of document.querySelectorAll("body [aria-label]"))
      one.setAttribute("aria-label", form.say(one.getAttribute("aria-label")));
    document.title = form.say(document.title);
  }

  // What the rules ask, in the language of the page.  Other names of a thing are English.
  function sayQuestion(one) {
    for (const key of ["title", "ask", "help", "label", "unit"]) if (one[key]) one[key] = form.say(one[key]);
    for (const value of one.values ?? []) value.title = form.say(value.title);
    if (one.evidence) one.evidence = one.evidence.map((each) => form.say(each));
    delete one.also_called;
  }

  // Puts the page, and the questions that it is drawn from, into its language.
  form.sayPage = (questions) => {
    if (!file) return;
    document.documentElement.lang = file.lang;
    document.documentElement.dir = FROM_THE_RIGHT.includes(file.lang) ? "rtl" : "ltr";
    sayElements();
    for (const one of questions.provisions) one.title = form.say(one.title);
    for (const section of questions.sections) [section, ...section.questions].forEach(sayQuestion);
    questions.notice = [form.say(questions.notice), form.say("The team has reviewed the English words only."),
      missing.size > 0 && form.say("Sentences without a translation, which are in English: {count}.", { count: missing.size })]
      .filter(Boolean).join(" ");
  };
})();
