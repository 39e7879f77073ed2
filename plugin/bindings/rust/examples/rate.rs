use cop11::{Call, Engine, Options};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).expect("the name of a dossier");
    let engine = Engine::open(Options::default(), &Call::default())?;
    let call = Call { format: Some("text"), ..Call::default() };
    println!("{}", &*engine.evaluate(&std::fs::read(path)?, &call)?);
    Ok(())
}
