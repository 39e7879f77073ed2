// One question: its words, how it is answered, and what supports the answer.
"use strict";
(() => {
  const { element, say } = form;
  const STATES = { answer: say("Answer"), unknown: say("Not known"), withheld: say("Withheld"),
    not_applicable: say("Does not apply"), partly: say("Known in part") };
  const REASONS = { unknown: say("Why it is not known, if that can be said"), withheld: say("Why it is withheld"),
    not_applicable: say("Why it does not apply"),
    answer: say("Why (an answer that leaves something out needs its reason)") };

  // How it can be answered: some questions may not apply, some answers are known in part.
  function statesOf(question, answer) {
    return form.STATES.filter((state) => state !== "not_applicable" || question.not_applicable_when || answer.state === state)
      .concat(answer.state === "partly" ? ["partly"] : []);
  }

  function words(question) {
    const lists = [[say("Shown by"), question.evidence], [say("Also called"), question.also_called]];
    return [
      question.help && element("p", { class: "quiet" }, question.help),
      ...lists.map(([name, list]) => list?.length > 0 && element("p", { class: "quiet" }, say("{name}: {list}", { name, list: list.join(", ") }))),
      question.sensitive && element("p", { class: "quiet" }, say("Sensitive: reports keep this back unless they are asked for it.")),
    ];
  }

  // ---- what supports an answer --------------------------------------------------

  const idOf = (one) => (form.isObject(one) ? one.id : one);

  // The pieces of evidence, each to be ticked; one named with more than its id stays so.
  form.evidenceBoxes = (chosen, take) => {
    const all = Array.isArray(form.dossier.evidence) ? form.dossier.evidence : [];
    if (all.length === 0) return element("p", { class: "quiet" }, say("No evidence is listed yet; add it under Evidence."));
    let list = Array.isArray(chosen) ? [...chosen] : [];
    return element("div", { class: "choices lines" }, all.map((one) =>
      form.check(`${one.id} ${one.title ?? ""}`.trim(), list.some((each) => idOf(each) === one.id), (box) => {
        list = list.filter((each) => idOf(each) !== one.id);
        if (box.checked) list.push(one.id);
        take(list.length > 0 ? list : undefined);
      })));
  };

  const put = (object, key, value) => (value === undefined ? delete object[key] : (object[key] = value));

  function support(answer, save) {
    const take = (key) => (value) => { put(answer.rest, key, value); save(); };
    const given = answer.rest.evidence?.length ?? 0;
    return element("details", { class: "more" },
      element("summary", {}, given > 0 ? say("Evidence ({count}) and remarks", { count: given }) : say("Evidence and remarks")),
      form.evidenceBoxes(answer.rest.evidence, take("evidence")),
      form.field(say("Remark"), form.textBox(answer.rest.note, take("note"), { long: true })));
  }

  function auditorPart(question, answer, save) {
    const auditor = { ...answer.rest.auditor };
    const take = (key) => (value) => {
      put(auditor, key, value);
      put(answer.rest, "auditor", Object.keys(auditor).length > 0 ? auditor : undefined);
      save();
    };
    return element("details", { class: "more" },
      element("summary", {}, answer.rest.auditor ? say("What the auditor found (filled in)") : say("What the auditor found")),
      form.control(question, auditor.value, take("value")),
      form.field(say("Found by"), form.textBox(auditor.by, take("by"))),
      form.field(say("On the day"), form.typed(auditor.date, take("date"), form.readDay, form.WANTED_DAY)),
      element("p", { class: "quiet" }, say("Evidence collected by the auditor")),
      form.evidenceBoxes(auditor.evidence, take("evidence")),
      form.field(say("Remark of the auditor"), form.textBox(auditor.note, take("note"), { long: true })));
  }

  // ---- the answer -------------------------------------------------------------------

  function body(question, answer, save, redraw) {
    const name = form.newId();
    const states = element("div", { class: "choices ways", role: "radiogroup", "aria-label": say("How it is answered") }, statesOf(question, answer).map((state) => {
      const box = element("input", { type: "radio", name, value: state, onchange: () => redraw(state) });
      box.checked = answer.state === state;
      return element("label", {}, box, STATES[state]);
    }));
    const reason = form.textBox(answer.reason, (text) => { answer.reason = text; save(); }, { long: true });
    const isAnswer = answer.state === "answer";
    return [
      states,
      isAnswer && form.control(question, answer.value, (value) => { answer.value = value; save(); }),
      answer.state === "partly" && element("p", {}, say("Known in part: {what}. It stays until another answer is chosen.", { what: form.partly(answer.rest) })),
      (!isAnswer && answer.state !== "partly" || question.needs_why) && form.field(REASONS[answer.state], reason),
    ];
  }

  // "at least 36, at most 44".
  form.partly = (rest) => form.SAYS.filter((key) => rest[key] !== undefined)
    .map((key) => `${say(key.replace("_", " "))} ${[].concat(rest[key]).join(", ")}`).join(", ");

  function hintOf(question, home) {
    const general = question.scope === "facility" && form.at(form.dossier.all_facilities, question.keys);
    const isGeneral = general !== undefined && general !== null && general !== false && form.at(home, question.keys) === undefined;
    return isGeneral && element("p", { class: "quiet" }, say("Answered for all facilities; an answer here holds for this one."));
  }

  // A question on what stands where `keys` lead in `home` (the dossier, a facility, an item).
  form.question = (question, home, keys = question.keys) => {
    const said = form.at(home, keys);
    const answer = form.answerOf(said);
    if (said === undefined) answer.state = "answer"; // its control stands ready
    const save = () => {
      form.put(home, keys, form.saidOf(answer));
      form.changed();
    };
    const inside = element("div", {});
    const draw = () => inside.replaceChildren(...body(question, answer, save, choose).filter(Boolean));
    const choose = (state) => {
      if (answer.state !== state) answer.reason = undefined;
      answer.state = state;
      if (state !== "answer") answer.value = undefined;
      draw();
      inside.querySelector(`input[value=${state}]`).focus();
      save();
    };
    draw();
    return element("fieldset", { class: "question", "data-fact": question.fact },
      element("legend", {}, question.ask ?? question.fact), ...words(question), hintOf(question, home), inside,
      support(answer, save), question.fact !== "facility.id" && auditorPart(question, answer, save));
  };
})();
