//! One call: its structs, what they point to, its callbacks, its error.

use crate::{native::*, Call, Error, Status, Text};
use std::any::Any;
use std::cell::RefCell;
use std::ffi::{c_char, c_void, CStr, CString};
use std::mem::{size_of, zeroed};
use std::panic::{catch_unwind, resume_unwind, AssertUnwindSafe};
use std::ptr::{null, null_mut};

thread_local! {
    /// What a callback panicked with in the call under way on this thread.
    static RAISED: RefCell<Option<Box<dyn Any + Send>>> = const { RefCell::new(None) };
}

/// Runs a callback; what it panics with goes on from the call that it was called from.
pub fn caught<T>(otherwise: T, action: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(action)).unwrap_or_else(|met| {
        RAISED.with(|raised| {
            if raised.borrow().is_none() {
                raised.replace(Some(met));
            }
        });
        otherwise
    })
}

unsafe extern "C" fn cancel(data: *mut c_void) -> i32 {
    let asked = &*(data as *const &dyn Fn() -> bool);
    caught(1, || i32::from(asked()))
}

/// A text for C, which ends with NUL.
pub fn text(text: &str) -> Result<CString, Error> {
    CString::new(text).map_err(|_| Error {
        status: Status::Argument,
        message: "a NUL would end this text".to_string(),
        place: String::new(),
        line: 0,
        column: 0,
    })
}

fn optional(from: Option<&str>, kept: &mut Vec<CString>) -> Result<*const c_char, Error> {
    if let Some(from) = from {
        kept.push(text(from)?);
        return Ok(kept[kept.len() - 1].as_ptr());
    }
    Ok(null())
}

/// What `action` makes of the struct.
pub fn with<T>(from: &Call, action: impl FnOnce(*const cop11_call) -> Result<T, Error>) -> Result<T, Error> {
    let mut kept = Vec::new();
    let mut to: cop11_call = unsafe { zeroed() };
    to.struct_size = size_of::<cop11_call>() as u32;
    to.flags = u32::from(from.show_sensitive);
    to.as_of = optional(from.as_of, &mut kept)?;
    to.format = optional(from.format, &mut kept)?;
    to.evaluated_at = optional(from.evaluated_at, &mut kept)?;
    to.time_limit_ms = from.time_limit_ms;
    if let Some(asked) = &from.cancel {
        to.cancel = Some(cancel);
        to.cancel_data = asked as *const &dyn Fn() -> bool as *mut c_void;
    }
    action(&to)
}

fn read(field: &[c_char]) -> String {
    unsafe { CStr::from_ptr(field.as_ptr()) }.to_string_lossy().into_owned()
}

/// Runs a call; what went wrong is its error, or goes on as a panic.
pub fn check(action: impl FnOnce(*mut cop11_error) -> i32) -> Result<(), Error> {
    let mut error: cop11_error = unsafe { zeroed() };
    error.struct_size = size_of::<cop11_error>() as u32;
    let before = RAISED.with(|raised| raised.take());
    let status = action(&mut error);
    if let Some(met) = RAISED.with(|raised| raised.replace(before)) {
        resume_unwind(met);
    }
    if status == 0 {
        return Ok(());
    }
    Err(Error {
        status: Status::of(status),
        message: read(&error.message),
        place: read(&error.place),
        line: error.line as u32,
        column: error.column as u32,
    })
}

/// What a call that returns a text returned.
pub fn returned(action: impl FnOnce(*mut *mut cop11_text, *mut cop11_error) -> i32) -> Result<Text, Error> {
    let mut out = Text(null_mut()); // freed however this ends
    check(|error| action(&mut out.0, error))?;
    Ok(out)
}
