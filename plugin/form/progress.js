// How much of what is asked is answered: by provision, and by topic.
"use strict";
(() => {
  const { element, say } = form;

  const isAnswered = (question, place) => {
    const cell = place.cell(question);
    return cell.known || cell.state === "withheld" || cell.state === "not_applicable";
  };

  // Calls see(question, place) for each question of a section that is asked.
  function eachAsked(section, place, see) {
    if (!section.list) {
      section.questions.forEach((question) => form.isAsked(question, place) && see(question, place));
    } else if (form.isAsked(section, place)) {
      for (const item of place.list(section.list).items)
        section.questions.forEach((question) => form.isAsked(question, item) && see(question, item));
    }
  }

  const provisionsOf = (question) => form.provisions.filter(({ id }) => question.checks.some((check) => check.startsWith(`${id}.`)));

  function tally(count, isAnswer) {
    count.asked++;
    if (isAnswer) count.answered++;
  }

  function countSection(section, place, byProvision) {
    const count = { asked: 0, answered: 0 };
    eachAsked(section, place, (question, at) => {
      const isAnswer = isAnswered(question, at);
      tally(count, isAnswer);
      for (const { id } of (question.provisions ??= provisionsOf(question))) tally(byProvision.get(id), isAnswer);
    });
    count.isOpen = count.asked > 0 || section.list !== undefined && form.isAsked(section, place);
    return count;
  }

  function countAll() {
    const provisions = new Map(form.provisions.map(({ id }) => [id, { asked: 0, answered: 0 }])), sections = new Map();
    const add = (scope, place, name) => {
      for (const section of form.sections)
        if ((section.scope === "facility") === (scope === "facility"))
          sections.set(name + section.id, countSection(section, place, provisions));
    };
    add("member", form.place(form.dossier), "");
    form.items(form.dossier.facilities).items.forEach((facility, i) => add("facility", form.place(form.dossier, facility), `${i}/`));
    return { provisions, sections };
  }

  // What is asked and answered: of each topic, and of each provision.  It is counted once
  // for a dossier as it stands.
  let counted = null;
  form.counts = () => (counted ??= countAll());
  form.countAnew = () => { counted = null; };

  form.drawProgress = () => {
    const counts = form.counts().provisions;
    document.getElementById("progress").replaceChildren(...form.provisions.map(({ id, title }) => {
      const { asked, answered } = counts.get(id);
      return element("label", {}, say("{provision}: {answered} of {asked} answered", { provision: `${id} ${title}`, answered, asked }),
        element("progress", { value: answered, max: Math.max(asked, 1) }));
    }));
  };
})();
