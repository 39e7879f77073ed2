// What a dossier says of the facts at a place (the Member, a facility, an item of a
// list), as cells: `value` where it is known, bounds or some values where only those
// are, nothing where it is not known.
"use strict";
(() => {
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  form.isObject = isObject;

  form.at = (object, keys) => keys.reduce((value, key) => (isObject(value) ? value[key] : undefined), object);

  // ---- cells -------------------------------------------------------------------

  const UNKNOWN = new Set(["unknown", "not_assessed"]);
  const NUMBERS = new Set(["count", "number", "percent", "months"]);

  function plain(value, question) {
    if (value === null || value === undefined || UNKNOWN.has(value)) return {};
    if (question.type === "choices" && value === "none") return { known: true, value: [] };
    if (Array.isArray(value) && value.length === 0) return {};
    return { known: true, value };
  }

  function bounded(said, question) {
    const numeric = NUMBERS.has(question.type);
    if (said.one_of) return { known: true, possible: said.one_of };
    if (said.includes) return { known: true, includes: said.includes };
    if (said.share === "none" && numeric) return { known: true, value: 0, share: "none" };
    if (said.share) return { known: true, share: said.share };
    if (said.percent !== undefined && question.part_of)
      return { known: true, share: said.percent === 0 ? "none" : said.percent === 100 ? "all" : "some" };
    if (numeric && (said.at_least !== undefined || said.at_most !== undefined))
      return { known: true, low: said.at_least, high: said.at_most };
    return {};
  }

  // Answers that leave something out count with a reason alone.
  function withoutReason(cell, said, question, place) {
    if (!question.needs_why || cell.value === undefined) return cell;
    if (isObject(said) && typeof said.why === "string" && said.why.trim()) return cell;
    const set = question.type === "choices";
    const leavesOut = set ? question.values.some(({ value }) => !cell.value.includes(value))
      : [false, "no", "none"].includes(cell.value);
    const when = form.works.needs_why?.[question.fact];
    if (!leavesOut || when && !(form.holds(when, place) & form.MET)) return cell;
    return set && cell.value.length > 0 ? { known: true, includes: cell.value } : {};
  }

  // The auditor's own answer stands in place of the Member's.
  function decisive(said, self) {
    const auditor = isObject(said) && isObject(said.auditor) && !self ? said.auditor : undefined;
    return auditor && Object.keys(auditor).some((key) => form.SAYS.includes(key)) ? auditor : said;
  }
  form.SAYS = ["value", "state", "at_least", "at_most", "percent", "share", "one_of", "includes"];

  // Evidence that speaks against an answer leaves it open.
  const isContested = (said) => isObject(said) && Array.isArray(said.evidence) &&
    said.evidence.some((one) => isObject(one) && one.supports === "against");

  // Where a document is withheld, an interview and an observation of the auditor that
  // say the same stand in for it.
  function byWord(said, question, place) {
    const of = new Map((Array.isArray(place.dossier.evidence) ? place.dossier.evidence : []).map((one) => [one?.id, one]));
    const words = (Array.isArray(said.evidence) ? said.evidence : []).filter((one) => isObject(one) && one.says !== undefined &&
      !place.self && of.get(one.id)?.collected_by === "auditor");
    const kinds = new Set(words.map((one) => of.get(one.id).kind));
    const all = new Set(words.map((one) => JSON.stringify(one.says)));
    return all.size === 1 && kinds.has("interview") && kinds.has("observation") ? plain(words[0].says, question) : { state: "withheld" };
  }

  function read(said, question, place) {
    if (!isObject(said)) return plain(said, question);
    if (said.state === "withheld") return byWord(said, question, place);
    if (said.state !== undefined && said.state !== "known" || isContested(said)) return { state: said.state ?? "conflicting" };
    return said.value !== undefined ? plain(said.value, question) : bounded(said, question);
  }

  // ---- what follows from lists and other facts ---------------------------------------

  const answer = (mask) => mask === form.MET ? { known: true, value: true }
    : mask === form.SHORT ? { known: true, value: false } : {};

  function fromList(question, tree, place) {
    if (question.type === "count") {
      const [low, high] = form.count(tree, place);
      return low === high ? { known: true, value: low } : low > 0 || high < Infinity ? { known: true, low, high } : {};
    }
    return question.type === "yes/no" ? answer(form.holds(tree, place)) : {};
  }

  // Two statements of one fact, where they agree; nothing where they do not.
  function merged(stated, derived) {
    if (!derived.known || stated.state && stated.state !== "withheld") return stated;
    if (!stated.known) return derived;
    if (stated.value !== undefined && derived.value !== undefined)
      return stated.value === derived.value ? stated : {};
    const low = Math.max(stated.value ?? stated.low ?? 0, derived.value ?? derived.low ?? 0);
    const high = Math.min(stated.value ?? stated.high ?? Infinity, derived.value ?? derived.high ?? Infinity);
    if (typeof (stated.value ?? 0) !== "number" || low > high) return low > high ? {} : stated;
    return low === high ? { ...stated, known: true, value: low } : { ...stated, low, high };
  }

  const isNumeric = (question) => NUMBERS.has(question.type);
  const low = (cell) => cell.value ?? cell.low ?? 0;
  const high = (cell) => cell.value ?? cell.high ?? Infinity;

  const wholeOf = (question) => question.part_of && form.questions.get(`|${question.part_of}`);

  // The most and the fewest that a group may be, by all that it is part of and all of
  // its parts.
  function most(question, place) {
    const whole = wholeOf(question);
    return Math.min(high(place.stated(question)), whole ? most(whole, place) : Infinity);
  }

  function fewest(question, place) {
    const said = place.stated(question), whole = wholeOf(question);
    const parts = (form.partsOf.get(question.fact) ?? []).map((part) =>
      fewest(part, place) + (place.stated(part).share === "some" ? 1 : 0));
    const shared = said.share === "some" ? 1 : said.share === "all" && whole ? low(place.stated(whole)) : 0;
    return Math.max(low(said), shared, ...parts);
  }

  // A part and its whole bound each other.
  function narrowed(cell, question, place) {
    if (!isNumeric(question) || cell.value !== undefined || cell.state === "conflicting") return cell;
    const bounds = { low: fewest(question, place), high: most(question, place) };
    if (bounds.low === 0 && bounds.high === Infinity || bounds.low > bounds.high) return cell;
    return { ...cell, known: true, ...(bounds.low === bounds.high ? { value: bounds.low } : bounds) };
  }

  // What an auditor's record says of a fact that is open.
  function recorded(question, place) {
    const at = place.facility && question.scope === "facility" ? `fact:${place.facility.id}/${question.fact}` : `fact:${question.fact}`;
    const record = Array.isArray(place.dossier.records) && !place.self &&
      place.dossier.records.find((one) => one?.kind === "judgement" && one.party === "auditor" && one.prompt === at);
    return record ? plain(record.answer, question) : {};
  }

  // The answer as it counts: what disagrees does not, what lacks its reason is open.
  function counted(question, place) {
    const said = place.said(question);
    let cell = place.conflicts.has(question.fact) ? { state: "conflicting" }
      : withoutReason(narrowed(place.stated(question), question, place), decisive(said, place.self), question, place);
    if (!cell.known) cell = { ...cell, ...recorded(question, place) };
    const follows = form.works.follows_from?.[question.fact];
    if (follows && !cell.known && (!cell.state || cell.state === "unknown")) cell = answer(form.holds(follows, place));
    return cell;
  }

  // ---- places ------------------------------------------------------------------------

  const list = (value) => {
    const items = Array.isArray(value) ? value : isObject(value) && Array.isArray(value.items) ? value.items : [];
    const complete = isObject(value) && (value.complete === true || value.count === items.length);
    return { items, open: !complete };
  };
  form.items = list;

  const questionOf = (named) => form.questions.get(`${named.list ?? ""}|${named.fact}`);

  // What is worked out once, and is not known while it is being worked out.
  function once(kept, key, work) {
    if (!kept.has(key)) {
      kept.set(key, {});
      kept.set(key, work());
    }
    return kept.get(key);
  }

  class Place {
    constructor(dossier, { facility, item, conflicts }) {
      Object.assign(this, { dossier, facility, item });
      this.self = form.at(dossier, ["assessment", "kind"]) === "self";
      this.cells = new Map();
      this.statements = new Map();
      this.isRaw = conflicts === null;
      this.conflicts = conflicts ?? (this.isRaw || item || !facility ? new Set() : conflictsAt(dossier, facility));
    }

    // The object in which facts of a scope stand.
    home(scope) {
      return scope === "facility" ? this.facility : scope === "item" ? this.item : this.dossier[scope];
    }

    said(question) {
      const own = form.at(this.home(question.scope), question.keys);
      if (question.scope !== "facility" || own !== undefined && own !== null) return own;
      return form.at(this.dossier.all_facilities, question.keys);
    }

    // What the dossier and its lists say.
    stated(question) {
      if (!this.home(question.scope)) return {};
      return once(this.statements, question, () => {
        const cell = read(decisive(this.said(question), this.self), question, this);
        const from = form.works.worked_out_from?.[question.fact];
        return from && !question.list ? merged(cell, fromList(question, from, this)) : cell;
      });
    }

    cell(named) {
      const question = questionOf(named);
      if (!question || !this.home(question.scope)) return {};
      if (this.isRaw) return once(this.cells, question, () => narrowed(this.stated(question), question, this));
      return once(this.cells, question, () => counted(question, this));
    }

    notApplicable(named, cell) {
      const tree = form.works.not_applicable_when?.[named.fact];
      return tree && !cell.known ? form.holds(tree, this) : undefined;
    }

    inside(item) {
      return new Place(this.dossier, { facility: this.facility, item, conflicts: this.isRaw ? null : this.conflicts });
    }

    list(path) {
      if (path === "facilities") {
        const { items, open } = list(this.dossier.facilities);
        return { open, items: items.map((facility) => form.place(this.dossier, facility)) };
      }
      const { items, open } = list(form.at(this.facility, path.split(".")));
      return { open, items: items.map((item) => this.inside(item)) };
    }
  }

  // The facts at a facility that disagree, by what is stated alone.
  function conflictsAt(dossier, facility) {
    const raw = new Place(dossier, { facility, conflicts: null }), found = new Set();
    for (const one of form.works.disagreements)
      if (one.scope === "facility" && form.holds(one.when, raw) === form.MET) one.facts.forEach((fact) => found.add(fact));
    return found;
  }

  form.place = (dossier, facility) => new Place(dossier, { facility });

  // ---- what is asked ---------------------------------------------------------------

  // Whether the answer to a question, or what a list holds, may matter at a place.
  form.isAsked = (asked, place) => {
    const isOpen = (name) => form.holds(form.conditions[name].tree, place) !== form.SHORT;
    return !asked.needed_when || asked.needed_when.some((gates) => gates.every(isOpen));
  };

  // Takes in a form's document: the questions by name, and where each stands.
  form.read = (document) => {
    form.conditions = document.conditions;
    form.works = document.works;
    form.sections = document.sections;
    form.questions = new Map();
    form.partsOf = new Map(); // the parts of each whole
    for (const section of document.sections)
      for (const question of section.questions) {
        question.keys = question.pointer.split("/*/").pop().split("/").filter(Boolean)
          .slice(["assessment", "member"].includes(question.scope) ? 1 : 0);
        form.questions.set(`${question.list ?? ""}|${question.fact}`, question);
        if (question.part_of && !question.list)
          form.partsOf.set(question.part_of, [...form.partsOf.get(question.part_of) ?? [], question]);
      }
  };
})();
