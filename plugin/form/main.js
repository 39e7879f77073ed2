// The page: which topic is shown, and what of it is asked.
"use strict";
(() => {
  const { element, button, say } = form;
  let drawn = []; // what stands on the page: { element, asked, item }
  let at = { topic: "evidence" }; // the topic that is shown

  const facilities = () => form.items(form.dossier.facilities).items;

  // ---- topics -------------------------------------------------------------------

  function topics() {
    const list = [];
    for (const section of form.sections.filter((one) => one.scope !== "facility"))
      list.push({ topic: section.id, title: section.title, section, home: section.scope });
    list.push({ topic: "evidence", title: say("Evidence") }, { topic: "facilities", title: say("Facilities") });
    facilities().forEach((facility, i) => {
      for (const section of form.sections.filter((one) => one.scope === "facility"))
        list.push({ topic: `${i}/${section.id}`, title: section.title, section, facility, number: i });
    });
    list.push({ topic: "records", title: say("Records and findings") });
    return list;
  }

  const placeOf = (topic) => form.place(form.dossier, topic.facility);

  // The object in which the answers of a topic lie, and the keys that lead to them there.
  function homeOf(topic) {
    return topic.facility ? { home: topic.facility, keys: [] } : { home: form.dossier, keys: [topic.home] };
  }

  // Topics of which something is asked, with how much.
  function asked() {
    const { sections } = form.counts();
    return topics().map((topic) => ({ ...topic, count: sections.get(topic.topic) }))
      .filter((topic) => !topic.count || topic.count.isOpen || topic.topic === at.topic);
  }

  const isNarrow = () => innerWidth <= 832;

  function go(topic) {
    at = topic;
    form.tell("");
    draw();
    if (isNarrow()) document.getElementById("menu").open = false;
    document.getElementById("page").focus();
    scrollTo(0, 0);
  }

  function topicButton(topic) {
    const { count } = topic;
    return element("li", {}, button([topic.title, element("span", { class: "number" },
      count && count.asked > 0 ? `${count.answered}/${count.asked}` : "")], () => go(topic),
    { "aria-current": topic.topic === at.topic ? "page" : undefined, "data-topic": topic.topic }));
  }

  function drawMenu(list) {
    const groups = [["", list.filter((one) => !one.facility && one.topic !== "records")]];
    facilities().forEach((facility, i) => groups.push([form.nameOf(facility, i + 1, say("Facility")), list.filter((one) => one.number === i)]));
    groups.push(["", list.filter((one) => one.topic === "records")]);
    document.getElementById("topics").replaceChildren(...groups.flatMap(([name, topics_]) =>
      [name && element("h2", {}, name), element("ul", {}, topics_.map(topicButton))].filter(Boolean)));
  }

  // ---- the page of a topic --------------------------------------------------------

  // Notes that `element` is shown only while `asked` is; returns it.
  form.asks = (made, asked_, item) => {
    drawn.push({ element: made, asked: asked_, item });
    return made;
  };

  function facilitiesPage() {
    const home = form.dossier, keys = ["facilities"];
    const add = () => {
      form.add(home, keys, { id: `site-${facilities().length + 1}` });
      draw();
    };
    return [
      facilities().map((facility, i) => element("div", { class: "card" },
        element("p", {}, form.nameOf(facility, i + 1, say("Facility"))),
        button(say("Remove this facility"), () => {
          if (!confirm(say("Remove this facility and all its answers?"))) return;
          form.remove(home, keys, facility);
          draw();
        }))),
      button(say("Add a facility"), add, { class: "apart" }),
      form.completeBox(home, keys, say("These are all facilities of the Member")),
    ];
  }

  function recordsPage() {
    const count = (list) => (Array.isArray(list) ? list.length : 0);
    return [
      element("p", {}, say("Records of the auditor in the dossier: {records}; findings: {findings}. They stay as they are.",
        { records: count(form.dossier.records), findings: count(form.dossier.findings) })),
      element("p", {}, say("What only the auditor may decide is asked by: {command}", { command: "cop11 record DOSSIER" })),
    ];
  }

  function sectionPage(topic) {
    const { home, keys } = homeOf(topic), { section } = topic;
    if (section.list) return [section.ask && element("p", {}, section.ask), form.listSection(section, home, draw)];
    return section.questions.map((question) => form.asks(form.question(question, home, [...keys, ...question.keys]), question));
  }

  function pageOf(topic) {
    if (topic.topic === "evidence") return form.evidencePage(draw);
    if (topic.topic === "facilities") return facilitiesPage();
    return topic.topic === "records" ? recordsPage() : sectionPage(topic);
  }

  function turn(list) {
    const i = list.findIndex((one) => one.topic === at.topic), before = list[i - 1], after = list[i + 1];
    return element("div", { class: "turn" }, before && button(say("Back: {topic}", { topic: before.title }), () => go(before)),
      after && button(say("Next: {topic}", { topic: after.title }), () => go(after), { class: "main" }));
  }

  function draw() {
    const list = asked(), topic = list.find((one) => one.topic === at.topic) ?? list[0];
    at = topic;
    drawn = [];
    const kept = element("p", { class: "quiet", id: "kept" });
    document.getElementById("page").replaceChildren(
      topic.facility ? element("p", { class: "quiet" }, form.nameOf(topic.facility, topic.number + 1, say("Facility"))) : "",
      element("h2", {}, topic.title), ...pageOf(topic).flat().filter(Boolean), kept, turn(list));
    refresh(list);
  }

  // Shows what is asked now, and hides what is not; answers that are hidden stay.
  function refresh(list) {
    const topic = at, place = topic.section && placeOf(topic), places = new Map();
    let hidden = 0;
    for (const one of drawn) {
      if (one.item && !places.has(one.item)) places.set(one.item, place.inside(one.item));
      const here = places.get(one.item) ?? place, { asked: asks } = one;
      one.element.hidden = !form.isAsked(asks, here);
      if (one.element.hidden && asks.keys && form.at(here.home(asks.scope), asks.keys) !== undefined) hidden++;
    }
    document.getElementById("kept").textContent = hidden > 0
      ? say("Answers of this topic that the others leave no question for: {count}. The dossier keeps them.", { count: hidden }) : "";
    drawMenu(list);
    form.drawProgress();
  }

  form.changed = () => {
    form.keepDraft();
    form.countAnew();
    refresh(asked());
  };

  // Takes up a dossier, which is changed in place.
  form.show = (dossier) => {
    form.dossier = dossier;
    form.countAnew();
    at = { topic: form.sections[0].id };
    draw();
  };

  // ---- the start --------------------------------------------------------------------

  const document_ = JSON.parse(document.getElementById("questions").textContent);
  const given = document.getElementById("dossier");
  form.sayPage(document_);
  form.read(document_);
  form.dossierFormat = document_.dossier_format;
  form.provisions = document_.provisions;
  document.getElementById("notice").textContent = document_.notice;
  document.getElementById("menu").open = !isNarrow();
  form.show(given ? JSON.parse(given.textContent) : { format: form.dossierFormat });
  form.startFiles();
})();
