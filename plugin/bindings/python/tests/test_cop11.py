"""The package as it was installed, on the samples and their golden reports."""

import json
import os
import pathlib
import threading
import unittest

import cop11

GOLDEN = pathlib.Path(os.environ["COP11_GOLDEN"])
DOSSIERS = sorted(pathlib.Path(os.environ["COP11_DOSSIERS"]).glob("*.json"))
OFFICE = next(path for path in DOSSIERS if path.stem == "office").read_bytes()
RULE = """fact "org.badges" { type = "yes/no", ask = "Do guards wear a badge?" }
check "11.2.org.badges" { title = "Guards wear a badge", points = { "P11.2-01" },
  expect = { "org.badges is yes", otherwise = "Guards wear none." },
  ask = "Show a badge.", remedy = "Hand out badges." }
"""


class Reports(unittest.TestCase):
    def test_are_the_golden_ones(self):
        self.assertEqual(len(DOSSIERS), 13)
        with cop11.Engine() as engine:
            for path in DOSSIERS:
                with self.subTest(path.stem):
                    golden = (GOLDEN / path.name).read_bytes()
                    self.assertEqual(engine.evaluate(path.read_bytes()), golden)

    def test_from_many_threads(self):
        found = []
        with cop11.Engine() as engine:
            def work():
                for _ in range(3):
                    found.append(engine.evaluate(OFFICE))
            threads = [threading.Thread(target=work) for _ in range(4)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(set(found), {(GOLDEN / "office.json").read_bytes()})
        self.assertEqual(len(found), 12)

    def test_are_counted(self):
        with cop11.Engine() as engine:
            self.assertEqual(engine.stats().calls, 0)
            engine.evaluate(OFFICE)
            self.assertRaises(cop11.Cop11Error, engine.evaluate, b"")
            stats = engine.stats()
        self.assertEqual((stats.calls, stats.errors), (2, 1))
        self.assertTrue(stats.states == 1 and stats.time_ns > 0)
        self.assertTrue(0 < stats.most_steps < stats.most_memory)
        self.assertRaises(ValueError, engine.stats)

    def test_carry_their_rating(self):
        with cop11.Engine() as engine:
            text = engine.evaluate(OFFICE)
        self.assertEqual((text.range, text.basis),
                         (cop11.Rating.NOT_APPLICABLE,
                          cop11.Basis.AUDITOR_VERIFIED))
        self.assertEqual(text.report()["member"]["text"], "not applicable")

    def test_in_other_formats_and_of_other_days(self):
        with cop11.Engine() as engine:
            text = engine.evaluate(OFFICE, format="text", as_of="2015-01-02",
                                   evaluated_at="2015-01-02T03:04:05Z")
            report = engine.evaluate(OFFICE)
            self.assertIn("2015-01-02T03:04:05Z", str(text))
            self.assertIn("<html", str(engine.render(report, "html")))
            self.assertEqual(engine.diff(report, report).json()["format"],
                             "cop11.diff/1")
            self.assertTrue(engine.validate(OFFICE).json()["valid"])


class Errors(unittest.TestCase):
    def setUp(self):
        self.engine = cop11.Engine()
        self.addCleanup(self.engine.close)

    def raised(self, *arguments, **options):
        with self.assertRaises(cop11.Cop11Error) as caught:
            self.engine.evaluate(*arguments, **options)
        return caught.exception

    def test_name_line_and_column(self):
        error = self.raised(b'{"format":\n  }')
        self.assertEqual((error.status, error.line, error.column),
                         (cop11.Status.JSON, 2, 3))

    def test_name_the_pointer(self):
        error = self.raised(b'{"format":"cop11.dossier/1","member":7}',
                            as_of="2014-01-01")
        self.assertEqual((error.status, error.where),
                         (cop11.Status.DOSSIER, "/member"))

    def test_unknown_names_are_told(self):
        with self.assertRaisesRegex(TypeError, "asof is no option of a call"):
            self.engine.evaluate(OFFICE, asof="2014-01-01")
        with self.assertRaisesRegex(TypeError, "layer is no option of an engine"):
            cop11.Engine({"layer": []})

    def test_a_nul_cuts_nothing_off(self):
        with self.assertRaisesRegex(ValueError, "NUL"):
            self.engine.describe("rules\0/11.1.1")

    def test_no_keys_accept_no_pack(self):
        with cop11.Pack("house").add("a.lua", RULE) as pack:
            with self.assertRaises(cop11.Cop11Error) as caught:
                cop11.Engine({"layers": [pack], "keys": []})
        self.assertEqual(caught.exception.status, cop11.Status.ARGUMENT)


class Callbacks(unittest.TestCase):
    def test_that_raise_are_carried_through(self):
        class Mine(Exception):
            pass

        def refuse(*_):
            raise Mine
        with cop11.Engine() as engine:
            with self.assertRaises(Mine):
                engine.evaluate(OFFICE, cancel=refuse)
            self.assertTrue(engine.evaluate(OFFICE, cancel=lambda: False))
        with cop11.Pack("house").add("a.lua", "check 'bad' {}\n" + RULE) as pack:
            lines = []
            with cop11.Engine({"layers": [pack],
                               "log": lambda *line: lines.append(line)}):
                self.assertEqual(lines[0][0], 1)
            with self.assertRaises(Mine):
                cop11.Engine({"layers": [pack], "log": refuse})

    def test_cancel_a_call(self):
        with cop11.Engine() as engine:
            with self.assertRaises(cop11.Cop11Error) as caught:
                engine.evaluate(OFFICE, cancel=lambda: True)
        self.assertEqual(caught.exception.status, cop11.Status.CANCELLED)


class Handles(unittest.TestCase):
    def test_cannot_be_used_once_closed(self):
        engine, pack = cop11.Engine(), cop11.Pack("house")
        for handle in (engine, pack):
            handle.close()
            handle.close()
        with self.assertRaisesRegex(ValueError, "the engine is closed"):
            engine.evaluate(OFFICE)
        with self.assertRaisesRegex(ValueError, "the pack is closed"):
            pack.add("a.lua", "")
        with self.assertRaisesRegex(ValueError, "the pack is closed"):
            cop11.Engine({"layers": [pack]})

    def test_closed_in_a_call_are_freed_after_it(self):
        engine = cop11.Engine()

        def close():
            engine.close()
            return False
        self.assertEqual(engine.evaluate(OFFICE, cancel=close),
                         (GOLDEN / "office.json").read_bytes())

    def test_an_engine_keeps_what_it_needs_of_packs(self):
        with cop11.Pack("house").add("a.lua", RULE) as pack:
            options = {"layers": [pack]}
            self.assertEqual(json.loads(cop11.lint(options))["format"],
                             "cop11.lint/1")
            engine = cop11.Engine(options)
        with engine:
            self.assertIn(b"11.2.org.badges", engine.evaluate(OFFICE))


if __name__ == "__main__":
    unittest.main()
