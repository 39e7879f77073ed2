// A control for each kind of answer.  Each calls take(value) with the value as a dossier
// holds it, or undefined for none.
"use strict";
(() => {
  const { element, say } = form;

  function radio(name, words, isChosen, choose) {
    const box = element("input", { type: "radio", name, onchange: choose });
    box.checked = isChosen;
    return element("label", {}, box, words);
  }

  function oneOf(question, value, take) {
    const name = form.newId();
    return element("div", { class: "choices" }, question.values.map((one) =>
      radio(name, one.title, value === one.value, () => take(one.value))));
  }

  function check(words, isChecked, change) {
    const box = element("input", { type: "checkbox" });
    box.checked = isChecked;
    box.addEventListener("change", () => change(box));
    return element("label", {}, box, words);
  }
  form.check = check;

  // Some of the values, in the order of the rules; or, where it may be so, none of them.
  function someOf(question, value, take) {
    const chosen = new Set(Array.isArray(value) ? value : []);
    const boxes = question.values.map((one) => check(one.title, chosen.has(one.value), (box) => {
      chosen[box.checked ? "add" : "delete"](one.value);
      if (none) none.querySelector("input").checked = false;
      const list = question.values.map(({ value: each }) => each).filter((each) => chosen.has(each));
      take(list.length > 0 ? list : undefined);
    }));
    const none = question.may_be_none && check(say("None of these"), value === "none", (box) => {
      chosen.clear();
      for (const other of boxes) other.querySelector("input").checked = false;
      take(box.checked ? "none" : undefined);
    });
    return element("div", { class: "choices" }, boxes, none);
  }

  // Text that must be of a form: what is wrong is said beside it, and not taken.
  function typed(value, take, read, wanted, properties = { short: true }) {
    const problem = element("p", { class: "wrong", role: "alert", id: form.newId() });
    const box = form.textBox(value, (text, self) => {
      const read_ = text === undefined ? undefined : read(text);
      const wrong = read_ === null;
      self.setAttribute("aria-invalid", wrong);
      problem.textContent = wrong ? say("“{text}” is not taken: write {wanted}.", { text, wanted }) : "";
      if (!wrong) take(read_);
    }, properties);
    box.setAttribute("aria-describedby", problem.id);
    box.setAttribute("aria-label", say("Answer: {wanted}", { wanted }));
    return element("div", {}, box, problem);
  }
  form.typed = typed;

  const DAY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
  form.readDay = (text) => (DAY.test(text) ? text : null);
  form.WANTED_DAY = say("a day such as 2013-11-30, or a month or year of one, such as 2013-11");

  function date(question, value, take) {
    return typed(value, take, (text) => (text === "never" ? text : form.readDay(text)), form.WANTED_DAY);
  }

  function readNumber(question) {
    const whole = question.type === "count" || question.type === "months";
    return (text) => {
      const number = Number(text);
      const isRight = /^-?\d+(\.\d+)?$/.test(text) && (!whole || Number.isSafeInteger(number)) &&
        number >= (question.least ?? (whole ? 0 : -Infinity)) && number <= (question.most ?? Infinity);
      return isRight ? number : null;
    };
  }

  function number(question, value, take) {
    const { unit } = question, isWhole = question.type === "count" || question.type === "months";
    const wanted = unit ? (isWhole ? say("a whole number, in {unit}", { unit }) : say("a number, in {unit}", { unit }))
      : isWhole ? say("a whole number") : say("a number");
    const stated = value === "none-stated";
    const box = typed(stated ? undefined : value, take, readNumber(question), wanted);
    if (!question.may_be_none_stated) return box;
    const none = check(say("No limit is stated"), stated, ({ checked }) => {
      box.querySelector("input").disabled = checked;
      take(checked ? "none-stated" : undefined);
    });
    box.querySelector("input").disabled = stated;
    return element("div", {}, box, element("div", { class: "choices" }, none));
  }

  function text(question, value, take) {
    const box = form.textBox(value, take);
    box.setAttribute("aria-label", say("Answer: {wanted}", { wanted: question.ask }));
    return box;
  }

  const kinds = { "yes/no": oneOf, choice: oneOf, choices: someOf, count: number, number, percent: number,
    months: number, date, text };

  form.control = (question, value, take) => (kinds[question.type] ?? text)(question, value, take);
})();
