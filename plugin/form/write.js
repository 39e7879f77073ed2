// Answers as a dossier holds them: a plain value where that says all, else an object
// with its state, reason, evidence and remarks.  What the form does not show stays.
"use strict";
(() => {
  // Puts `value` where `keys` lead in `home`; undefined takes away what stands there,
  // and the groups that are left empty.
  form.put = (home, keys, value) => {
    const [key, ...rest] = keys;
    if (rest.length > 0) {
      if (!form.isObject(home[key])) home[key] = {};
      form.put(home[key], rest, value);
      if (Object.keys(home[key]).length === 0) delete home[key];
    } else if (value === undefined) {
      delete home[key];
    } else {
      home[key] = value;
    }
  };

  const REASONS = { withheld: "withheld_reason", not_applicable: "na_reason" };
  form.STATES = ["answer", "unknown", "withheld", "not_applicable"];

  // What stands at a question: how it is answered, the value, the reason, and all else.
  form.answerOf = (said) => {
    if (said === undefined || said === null || said === "unknown") return { state: "unknown", rest: {} };
    if (!form.isObject(said)) return { state: "answer", value: said, rest: {} };
    const { state, value, why, withheld_reason, na_reason, ...rest } = said;
    const reason = withheld_reason ?? na_reason ?? why ?? "";
    if (REASONS[state]) return { state, reason, rest };
    const partly = form.SAYS.some((key) => key !== "value" && key !== "state" && said[key] !== undefined);
    if (partly) return { state: "partly", reason, rest };
    return { state: value === undefined || value === null ? "unknown" : "answer", value: value ?? undefined, reason, rest };
  };

  // The same as a dossier holds it; undefined where it says nothing.
  form.saidOf = ({ state, value, reason, rest }) => {
    const kept = { ...rest };
    if (state !== "partly") for (const key of form.SAYS) delete kept[key];
    const why = reason ? { [REASONS[state] ?? "why"]: reason } : {};
    if (state === "answer" && value !== undefined) {
      const said = { value, ...why, ...kept };
      return Object.keys(said).length === 1 ? value : said;
    }
    if (REASONS[state]) return { state, ...why, ...kept };
    const said = { ...why, ...kept };
    if (state === "partly") return said;
    return Object.keys(said).length > 0 ? { state: "unknown", ...said } : undefined;
  };
})();
