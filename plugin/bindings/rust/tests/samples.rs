//! The crate, on the samples and their golden reports.
use cop11::{Call, Engine, Error, Options, Pack, Status, Text};
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::{env, fs, path::Path, thread};

const RULE: &str = r#"fact "org.badges" { type = "yes/no", ask = "Do guards wear a badge?" }
check "11.2.org.badges" { title = "Guards wear a badge", points = { "P11.2-01" },
  expect = { "org.badges is yes", otherwise = "Guards wear none." },
  ask = "Show a badge.", remedy = "Hand out badges." }
"#;

fn read(folder: &str, name: &str) -> Vec<u8> {
    fs::read(Path::new(&env::var(folder).unwrap()).join(name)).unwrap()
}

fn office() -> Vec<u8> {
    read("COP11_DOSSIERS", "office.json")
}

fn engine() -> Engine {
    Engine::open(Options::default(), &Call::default()).unwrap()
}

fn failure(result: Result<Text, Error>) -> Error {
    result.err().expect("an error")
}

#[test]
fn reports_are_the_golden_ones() {
    let engine = &engine();
    let names: Vec<_> = fs::read_dir(env::var("COP11_DOSSIERS").unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".json"))
        .collect();
    assert_eq!(names.len(), 13);
    thread::scope(|scope| {
        for name in &names {
            scope.spawn(move || {
                let report = engine.evaluate(&read("COP11_DOSSIERS", name), &Call::default());
                assert!(report.unwrap().as_bytes() == read("COP11_GOLDEN", name), "{name}");
            });
        }
    });
}

#[test]
fn calls_are_counted() {
    let (engine, call) = (engine(), Call::default());
    engine.evaluate(&office(), &call).unwrap();
    failure(engine.evaluate(b"", &call));
    let stats = engine.stats().unwrap();
    assert_eq!((stats.calls, stats.errors, stats.states), (2, 1, 1));
    assert!(!stats.time.is_zero() && stats.most_steps > 0 && stats.most_steps < stats.most_memory);
}

#[test]
fn calls() {
    let (engine, call) = (engine(), Call::default());
    let report = engine.evaluate(&office(), &call).unwrap();
    assert_eq!((report.range(), report.basis()), (1, 3));
    assert!(engine.render(report.as_bytes(), "html", &call).unwrap().contains("<html"));
    let same = engine.diff(report.as_bytes(), report.as_bytes(), &call).unwrap();
    assert!(same.contains("cop11.diff/1"));
    assert!(engine.validate(&office(), &call).unwrap().contains("\"valid\":true"));
    assert_eq!(failure(engine.describe("rules\0x", &call)).status, Status::Argument);
}

#[test]
fn errors_name_their_place() {
    let engine = engine();
    let error = failure(engine.evaluate(b"{\"format\":\n  }", &Call::default()));
    assert_eq!((error.status, error.line, error.column), (Status::Json, 2, 3));
    let call = Call { as_of: Some("2014-01-01"), ..Call::default() };
    let error = failure(engine.evaluate(br#"{"format":"cop11.dossier/1","member":7}"#, &call));
    assert_eq!((error.status, error.place.as_str()), (Status::Dossier, "/member"));
    assert_eq!(failure(engine.evaluate(b"", &Call::default())).status, Status::Json);
}

#[test]
fn callbacks() {
    let engine = engine();
    let stop = Call { cancel: Some(&|| true), ..Call::default() };
    assert_eq!(failure(engine.evaluate(&office(), &stop)).status, Status::Cancelled);
    let panics = Call { cancel: Some(&|| std::panic::panic_any(7)), ..Call::default() };
    let met = catch_unwind(AssertUnwindSafe(|| engine.evaluate(&office(), &panics).is_ok()));
    assert_eq!(met.unwrap_err().downcast_ref::<i32>(), Some(&7));
}

#[test]
fn packs_and_logs() {
    let mut pack = Pack::new("house").unwrap();
    pack.add("a.lua", &format!("check 'bad' {{}}\n{RULE}")).unwrap();
    let layers = [&pack];
    let options = || Options { layers: &layers, ..Options::default() };
    let log = Options { log: Some(Box::new(|_, _| std::panic::panic_any(8))), ..options() };
    let met = catch_unwind(AssertUnwindSafe(|| Engine::open(log, &Call::default()).is_ok()));
    assert_eq!(met.unwrap_err().downcast_ref::<i32>(), Some(&8));
    let keys = Options { keys: Some(&[]), ..options() };
    assert_eq!(Engine::open(keys, &Call::default()).err().unwrap().status, Status::Argument);
    assert!(cop11::lint(&options(), &Call::default()).unwrap().contains("cop11.lint/1"));
    let engine = Engine::open(options(), &Call::default()).unwrap();
    drop(pack);
    let report = engine.evaluate(&office(), &Call::default()).unwrap();
    assert!(report.contains("11.2.org.badges"));
}
