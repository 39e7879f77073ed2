//! The functions and structs of cop11.h.
#![allow(non_camel_case_types)]

use std::ffi::{c_char, c_void};

pub const DRAFT: u32 = 2; // COP11_ABI_VERSION of the header that these structs follow

macro_rules! opaque {
    ($($name:ident)*) => { $(#[repr(C)] pub struct $name { _private: [u8; 0] })* };
}
opaque!(cop11_engine cop11_pack cop11_text);

#[repr(C)]
pub struct cop11_error {
    pub struct_size: u32,
    pub status: i32,
    pub line: i32,
    pub column: i32,
    pub place: [c_char; 256],
    pub message: [c_char; 1024],
}

#[repr(C)]
pub struct cop11_call {
    pub struct_size: u32,
    pub flags: u32,
    pub as_of: *const c_char,
    pub cancel: Option<unsafe extern "C" fn(*mut c_void) -> i32>,
    pub cancel_data: *mut c_void,
    pub time_limit_ms: u32,
    pub reserved: u32,
    pub format: *const c_char,
    pub evaluated_at: *const c_char,
}

#[repr(C)]
pub struct cop11_options {
    pub struct_size: u32,
    pub flags: u32,
    pub pack: *const cop11_pack,
    pub layers: *const *const cop11_pack,
    pub layer_count: usize,
    pub max_memory: u64,
    pub max_steps: u64,
    pub max_dossier: u64,
    pub max_report: u64,
    pub max_depth: u32,
    pub max_idle: u32,
    pub log: Option<unsafe extern "C" fn(*mut c_void, i32, *const c_char, usize)>,
    pub log_data: *mut c_void,
    pub keys: *const *const c_char,
    pub key_count: usize,
}

#[repr(C)]
pub struct cop11_stats {
    pub struct_size: u32,
    pub states: u32,
    pub calls: u64,
    pub errors: u64,
    pub time_ns: u64,
    pub most_steps: u64,
    pub most_memory: u64,
}

type Engine = *mut cop11_engine;
type Pack = *mut cop11_pack;
type Text = *mut cop11_text;
type Bytes = *const c_char;
type Call = *const cop11_call;
type Failure = *mut cop11_error;

extern "C" {
    pub fn cop11_abi_version() -> u32;
    pub fn cop11_version() -> *const c_char;
    pub fn cop11_text_data(text: Text) -> Bytes;
    pub fn cop11_text_size(text: Text) -> usize;
    pub fn cop11_text_range(text: Text) -> u32;
    pub fn cop11_text_basis(text: Text) -> u32;
    pub fn cop11_text_free(text: Text);
    pub fn cop11_pack_new(name: Bytes, out: *mut Pack, error: Failure) -> i32;
    pub fn cop11_pack_add(pack: Pack, path: Bytes, text: Bytes, size: usize, error: Failure) -> i32;
    pub fn cop11_pack_add_folder(pack: Pack, folder: Bytes, call: Call, error: Failure) -> i32;
    pub fn cop11_pack_add_signature(pack: Pack, text: Bytes, size: usize, error: Failure) -> i32;
    pub fn cop11_pack_free(pack: Pack);
    pub fn cop11_engine_open(options: *const cop11_options, call: Call, out: *mut Engine, error: Failure) -> i32;
    pub fn cop11_engine_close(engine: Engine);
    pub fn cop11_engine_stats(engine: *const cop11_engine, stats: *mut cop11_stats, error: Failure) -> i32;
    pub fn cop11_describe(engine: Engine, what: Bytes, call: Call, out: *mut Text, error: Failure) -> i32;
    pub fn cop11_lint(options: *const cop11_options, call: Call, out: *mut Text, error: Failure) -> i32;
    pub fn cop11_test(options: *const cop11_options, call: Call, out: *mut Text, error: Failure) -> i32;
    pub fn cop11_validate(engine: Engine, dossier: Bytes, size: usize, call: Call, out: *mut Text, error: Failure) -> i32;
    pub fn cop11_evaluate(engine: Engine, dossier: Bytes, size: usize, call: Call, out: *mut Text, error: Failure) -> i32;
    pub fn cop11_render(engine: Engine, report: Bytes, size: usize, format: Bytes, call: Call, out: *mut Text, error: Failure) -> i32;
    pub fn cop11_diff(engine: Engine, before: Bytes, before_size: usize, after: Bytes, after_size: usize, call: Call, out: *mut Text, error: Failure) -> i32;
}
