\echo Use "CREATE EXTENSION cop11" to load this file. \quit

-- The report, byte for byte as C returns it: json keeps the text of a dossier, so
-- that nothing of it is lost before it is checked (a key twice, digits of a number).
CREATE FUNCTION cop11_report(dossier json, as_of date DEFAULT NULL) RETURNS json
  AS 'MODULE_PATHNAME', 'cop11_report' LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000000;

CREATE FUNCTION cop11_validation(dossier json, as_of date DEFAULT NULL) RETURNS json
  AS 'MODULE_PATHNAME', 'cop11_validation' LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000000;

CREATE FUNCTION cop11_evaluate(dossier jsonb, as_of date DEFAULT NULL) RETURNS jsonb
  AS 'SELECT @extschema@.cop11_report(dossier::text::json, as_of)::jsonb'
  LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000000;

CREATE FUNCTION cop11_validate(dossier jsonb, as_of date DEFAULT NULL) RETURNS jsonb
  AS 'SELECT @extschema@.cop11_validation(dossier::text::json, as_of)::jsonb'
  LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000000;

-- A row for every result, whatever its outcome; a result for many checks at once,
-- where none is asked, has checks and no check_id.
CREATE FUNCTION cop11_findings(dossier jsonb, as_of date DEFAULT NULL)
  RETURNS TABLE (id text, facility text, provision text, check_id text, checks jsonb,
    outcome text, basis text, reason text, remedy text)
  AS $$
    SELECT r ->> 'id', r ->> 'facility',
      coalesce(r ->> 'provision', report -> 'checks' -> (r ->> 'check') ->> 'provision'),
      r ->> 'check', r -> 'checks', r ->> 'outcome', r ->> 'basis', r ->> 'reason',
      r ->> 'remedy'
    FROM (SELECT @extschema@.cop11_evaluate(dossier, as_of) AS report OFFSET 0) AS e,
      jsonb_array_elements(report -> 'results') WITH ORDINALITY AS rows(r, place)
    ORDER BY place
  $$ LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 1000000 ROWS 100;
