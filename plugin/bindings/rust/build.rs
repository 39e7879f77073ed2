// Where libcop11 is: COP11_LIB_DIR, or what pkg-config says.
use std::{env, process::Command};

fn main() {
    println!("cargo:rerun-if-env-changed=COP11_LIB_DIR");
    let folder = env::var("COP11_LIB_DIR").unwrap_or_else(|_| {
        let asked = Command::new("pkg-config").args(["--variable=libdir", "cop11"]).output();
        let found = asked.expect("pkg-config, or COP11_LIB_DIR").stdout;
        String::from_utf8(found).expect("a folder in UTF-8").trim().to_string()
    });
    println!("cargo:rustc-link-search=native={folder}");
    println!("cargo:rustc-link-lib=dylib=cop11");
}
