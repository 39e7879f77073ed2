//! libcop11: rates a dossier against RJC COP 11 Security (2013).
//!
//! Ownership sees to it that no handle is used after it is freed, nor freed twice.

mod call;
mod native;

use call::{check, returned, text, with};
use native::*;
use std::ffi::{c_char, c_void, CStr};
use std::mem::{size_of, zeroed};
use std::ptr::{null, null_mut};
use std::time::Duration;
use std::{fmt, ops::Deref, slice, str};

/// The kinds of failure of cop11.h.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Argument,
    Memory,
    Limit,
    Cancelled,
    Json,
    Dossier,
    Pack,
    Io,
    Internal,
}

impl Status {
    fn of(number: i32) -> Status {
        use Status::*;
        let known = [Argument, Memory, Limit, Cancelled, Json, Dossier, Pack, Io];
        *known.get((number - 1) as usize).unwrap_or(&Internal)
    }
}

/// Why a call failed.
#[derive(Clone, Debug)]
pub struct Error {
    pub status: Status,
    pub message: String,
    /// A file name or a JSON Pointer; "" where there is none.
    pub place: String,
    /// From 1, and in bytes; 0 where there is none.
    pub line: u32,
    pub column: u32,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.place, self.line, self.column, self.message)
    }
}

impl std::error::Error for Error {}

/// How one call is made; `Call::default()` has every default.
#[derive(Default)]
pub struct Call<'a> {
    /// "YYYY-MM-DD"
    pub as_of: Option<&'a str>,
    pub format: Option<&'a str>,
    pub evaluated_at: Option<&'a str>,
    pub show_sensitive: bool,
    /// Asked again and again; true ends the call.
    pub cancel: Option<&'a dyn Fn() -> bool>,
    pub time_limit_ms: u32,
}

/// The library's version, "major.minor.patch".
pub fn version() -> &'static str {
    unsafe { CStr::from_ptr(cop11_version()) }.to_str().unwrap_or("")
}

// ---- texts --------------------------------------------------------------------

/// A result, in UTF-8.
pub struct Text(*mut cop11_text);

unsafe impl Send for Text {}
unsafe impl Sync for Text {}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        let (data, size) = unsafe { (cop11_text_data(self.0), cop11_text_size(self.0)) };
        str::from_utf8(unsafe { slice::from_raw_parts(data.cast(), size) }).unwrap_or("")
    }
}

impl Text {
    /// Of a report: the ratings that the Member may still have, as in cop11.h.
    pub fn range(&self) -> u32 {
        unsafe { cop11_text_range(self.0) }
    }
    pub fn basis(&self) -> u32 {
        unsafe { cop11_text_basis(self.0) }
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        unsafe { cop11_text_free(self.0) }
    }
}

fn bytes(text: &[u8]) -> (*const c_char, usize) {
    (text.as_ptr().cast(), text.len())
}

// ---- packs --------------------------------------------------------------------

/// Rules gathered before an engine is opened.
pub struct Pack(*mut cop11_pack);

unsafe impl Send for Pack {}
unsafe impl Sync for Pack {}

impl Pack {
    pub fn new(name: &str) -> Result<Pack, Error> {
        let name = text(name)?;
        let mut out = Pack(null_mut());
        check(|error| unsafe { cop11_pack_new(name.as_ptr(), &mut out.0, error) })?;
        Ok(out)
    }
    /// Adds one rule file; `path` is its name inside the pack.
    pub fn add(&mut self, path: &str, rules: &str) -> Result<&mut Pack, Error> {
        let (path, (data, size)) = (text(path)?, bytes(rules.as_bytes()));
        check(|error| unsafe { cop11_pack_add(self.0, path.as_ptr(), data, size, error) })?;
        Ok(self)
    }
    /// Adds every *.lua below a folder, and its signature.
    pub fn add_folder(&mut self, folder: &str, call: &Call) -> Result<&mut Pack, Error> {
        let folder = text(folder)?;
        with(call, |call| {
            check(|error| unsafe { cop11_pack_add_folder(self.0, folder.as_ptr(), call, error) })
        })?;
        Ok(self)
    }
    pub fn add_signature(&mut self, signature: &str) -> Result<&mut Pack, Error> {
        let (data, size) = bytes(signature.as_bytes());
        check(|error| unsafe { cop11_pack_add_signature(self.0, data, size, error) })?;
        Ok(self)
    }
}

impl Drop for Pack {
    fn drop(&mut self) {
        unsafe { cop11_pack_free(self.0) }
    }
}

// ---- options ------------------------------------------------------------------

pub type Log = Box<dyn Fn(i32, &str) + Send + Sync>;

/// How an engine is opened; `Options::default()` has every default.
#[derive(Default)]
pub struct Options<'a> {
    pub pack: Option<&'a Pack>,
    pub layers: &'a [&'a Pack],
    /// They count where they are there: an empty list is an error, no open door.
    pub keys: Option<&'a [&'a str]>,
    pub log: Option<Log>,
    pub max_memory: u64,
    pub max_steps: u64,
    pub max_dossier: u64,
    pub max_report: u64,
    pub max_depth: u32,
    pub max_idle: u32,
}

unsafe extern "C" fn log(data: *mut c_void, level: i32, line: *const c_char, size: usize) {
    let (log, line) = (&*(data as *const Log), slice::from_raw_parts(line.cast(), size));
    call::caught((), || log(level, str::from_utf8(line).unwrap_or("")));
}

/// What `action` makes of the struct; `kept` is the log, which lives as long as the engine.
fn with_options<T>(
    from: &Options,
    kept: Option<&Log>,
    action: impl FnOnce(*const cop11_options) -> Result<T, Error>,
) -> Result<T, Error> {
    let layers: Vec<_> = from.layers.iter().map(|layer| layer.0 as *const _).collect();
    let texts = from.keys.unwrap_or(&[]).iter().map(|key| text(key));
    let texts = texts.collect::<Result<Vec<_>, _>>()?;
    let keys: Vec<_> = texts.iter().map(|key| key.as_ptr()).chain([null()]).collect();
    let mut to: cop11_options = unsafe { zeroed() };
    to.struct_size = size_of::<cop11_options>() as u32;
    to.pack = from.pack.map_or(null(), |pack| pack.0 as *const _);
    if !layers.is_empty() {
        (to.layers, to.layer_count) = (layers.as_ptr(), layers.len());
    }
    if from.keys.is_some() {
        (to.keys, to.key_count) = (keys.as_ptr(), texts.len());
    }
    if let Some(kept) = kept {
        to.log = Some(log);
        to.log_data = kept as *const Log as *mut c_void;
    }
    (to.max_memory, to.max_steps) = (from.max_memory, from.max_steps);
    (to.max_dossier, to.max_report) = (from.max_dossier, from.max_report);
    (to.max_depth, to.max_idle) = (from.max_depth, from.max_idle);
    action(&to)
}

/// Everything wrong with the pack and layers, as JSON ("cop11.lint/1").
pub fn lint(options: &Options, call: &Call) -> Result<Text, Error> {
    with_options(options, None, |options| {
        with(call, |call| returned(|out, error| unsafe { cop11_lint(options, call, out, error) }))
    })
}

/// Runs the examples of the rules; the results as JSON ("cop11.test/1").
pub fn test(options: &Options, call: &Call) -> Result<Text, Error> {
    with_options(options, None, |options| {
        with(call, |call| returned(|out, error| unsafe { cop11_test(options, call, out, error) }))
    })
}

// ---- an engine ----------------------------------------------------------------

/// What an engine has done since it was opened, as in cop11.h.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stats {
    pub states: u32,
    pub calls: u64,
    pub errors: u64,
    pub time: Duration,
    pub most_steps: u64,
    pub most_memory: u64,
}

/// Rules ready to run; any number of threads may share it.
pub struct Engine {
    handle: *mut cop11_engine,
    _log: Option<Box<Log>>,
}

unsafe impl Send for Engine {}
unsafe impl Sync for Engine {}

impl Engine {
    pub fn open(mut options: Options, call: &Call) -> Result<Engine, Error> {
        let draft = unsafe { cop11_abi_version() };
        assert!(draft == DRAFT, "draft {DRAFT} of libcop11 is wanted, not draft {draft}");
        let log = options.log.take().map(Box::new);
        let mut made = Engine { handle: null_mut(), _log: log };
        with_options(&options, made._log.as_deref(), |options| {
            with(call, |call| {
                check(|error| unsafe { cop11_engine_open(options, call, &mut made.handle, error) })
            })
        })?;
        Ok(made)
    }
    /// For a host's metrics; waits for no call.
    pub fn stats(&self) -> Result<Stats, Error> {
        let mut found: cop11_stats = unsafe { zeroed() };
        found.struct_size = size_of::<cop11_stats>() as u32;
        check(|error| unsafe { cop11_engine_stats(self.handle, &mut found, error) })?;
        Ok(Stats {
            states: found.states,
            calls: found.calls,
            errors: found.errors,
            time: Duration::from_nanos(found.time_ns),
            most_steps: found.most_steps,
            most_memory: found.most_memory,
        })
    }
    /// The report on a dossier, "cop11.report/1".
    pub fn evaluate(&self, dossier: &[u8], call: &Call) -> Result<Text, Error> {
        let (data, size) = bytes(dossier);
        with(call, |call| {
            returned(|out, error| unsafe { cop11_evaluate(self.handle, data, size, call, out, error) })
        })
    }
    /// Every problem of a dossier, "cop11.validation/1".
    pub fn validate(&self, dossier: &[u8], call: &Call) -> Result<Text, Error> {
        let (data, size) = bytes(dossier);
        with(call, |call| {
            returned(|out, error| unsafe { cop11_validate(self.handle, data, size, call, out, error) })
        })
    }
    /// The rules, the vocabulary, the schemas; cop11.h lists the names.
    pub fn describe(&self, what: &str, call: &Call) -> Result<Text, Error> {
        let what = text(what)?;
        with(call, |call| {
            returned(|out, error| unsafe { cop11_describe(self.handle, what.as_ptr(), call, out, error) })
        })
    }
    /// A kept report in another format.
    pub fn render(&self, report: &[u8], format: &str, call: &Call) -> Result<Text, Error> {
        let (format, (data, size)) = (text(format)?, bytes(report));
        with(call, |call| {
            returned(|out, error| unsafe {
                cop11_render(self.handle, data, size, format.as_ptr(), call, out, error)
            })
        })
    }
    /// What became of each check, rating, finding and record.
    pub fn diff(&self, before: &[u8], after: &[u8], call: &Call) -> Result<Text, Error> {
        let ((one, one_size), (other, other_size)) = (bytes(before), bytes(after));
        with(call, |call| {
            returned(|out, error| unsafe {
                cop11_diff(self.handle, one, one_size, other, other_size, call, out, error)
            })
        })
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        unsafe { cop11_engine_close(self.handle) }
    }
}
