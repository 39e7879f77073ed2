// Lists of a dossier (facilities, providers, persons, ...): their items, and whether
// these are all.
"use strict";
(() => {
  const { element, button, say } = form;

  // The list where `keys` lead in `home`, made where there is none yet.
  function listAt(home, keys) {
    const value = form.at(home, keys);
    if (Array.isArray(value)) return value;
    if (form.isObject(value)) return (value.items ??= []);
    form.put(home, keys, []);
    return form.at(home, keys);
  }

  // A list of which more is said than its items is an object.
  function detailsAt(home, keys) {
    const value = form.at(home, keys);
    if (!form.isObject(value)) form.put(home, keys, { items: Array.isArray(value) ? value : [] });
    return form.at(home, keys);
  }

  const detailOf = (home, keys, key) => {
    const value = form.at(home, keys);
    return form.isObject(value) ? value[key] : undefined;
  };

  function put(home, keys, key, value) {
    const details = detailsAt(home, keys);
    if (value === undefined) delete details[key];
    else details[key] = value;
    const isBare = Object.keys(details).every((each) => each === "items");
    if (isBare) form.put(home, keys, details.items?.length > 0 ? details.items : undefined);
    form.changed();
  }

  form.completeBox = (home, keys, words) => element("div", { class: "card" },
    element("div", { class: "choices" }, form.check(words, detailOf(home, keys, "complete") === true,
      (box) => put(home, keys, "complete", box.checked ? true : undefined))),
    form.field(say("Who says so"), form.textBox(detailOf(home, keys, "stated_by"), (text) => put(home, keys, "stated_by", text))),
    element("p", { class: "quiet" }, say("Evidence that these are all")),
    form.evidenceBoxes(detailOf(home, keys, "evidence"), (list) => put(home, keys, "evidence", list)));

  form.add = (home, keys, item) => {
    listAt(home, keys).push(item);
    form.changed();
  };

  form.remove = (home, keys, item) => {
    const list = listAt(home, keys);
    list.splice(list.indexOf(item), 1);
    if (list.length === 0 && Array.isArray(form.at(home, keys))) form.put(home, keys, undefined);
    form.changed();
  };

  const plainOf = (value) => (form.isObject(value) ? value.value : value);
  form.nameOf = (item, number, word) => [plainOf(item?.id), plainOf(item?.name)].filter(Boolean).join(": ") || `${word} ${number}`;

  function itemPart(section, home, keys, item, number, isOpen, redraw) {
    const remove = button(say("Remove this entry"), () => {
      form.remove(home, keys, item);
      redraw();
    });
    return element("details", { class: "item", open: isOpen },
      element("summary", {}, form.nameOf(item, number, say("Entry"))),
      section.questions.map((question) => form.asks(form.question(question, item), question, item)), remove);
  }

  // A section of a list at a facility.
  form.listSection = (section, home, redraw) => {
    const keys = section.list.split(".");
    const { items } = form.items(form.at(home, keys));
    return form.asks(element("div", {},
      section.help && element("p", { class: "quiet" }, section.help),
      items.map((item, i) => itemPart(section, home, keys, item, i + 1, i === items.length - 1, redraw)),
      button(say("Add an entry"), () => {
        form.add(home, keys, {});
        redraw();
      }, { class: "apart" }), form.completeBox(home, keys, say("These are all there are (or there are none)"))), section);
  };
})();
