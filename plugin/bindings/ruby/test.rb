# frozen_string_literal: true

# The gem as it was installed, on the samples and their golden reports.  Prints TAP.

require "cop11"

GOLDEN, DOSSIERS = ENV.values_at("COP11_GOLDEN", "COP11_DOSSIERS")
OFFICE = File.binread("#{DOSSIERS}/office.json")
RULE = <<~LUA
  fact "org.badges" { type = "yes/no", ask = "Do guards wear a badge?" }
  check "11.2.org.badges" { title = "Guards wear a badge", points = { "P11.2-01" },
    expect = { "org.badges is yes", otherwise = "Guards wear none." },
    ask = "Show a badge.", remedy = "Hand out badges." }
LUA
class Mine < StandardError; end

$number = 0
$failed = false

def check(name, passed)
  $number += 1
  $failed ||= !passed
  puts "#{"not " unless passed}ok #{$number} - #{name}"
end

def raised
  yield
  nil
rescue StandardError => e
  e
end

engine = Cop11::Engine.new
paths = Dir["#{DOSSIERS}/*.json"]
golden = ->(name) { File.binread("#{GOLDEN}/#{name}") }
check "thirteen reports are the golden ones", paths.size == 13 && paths.all? { |path|
  engine.evaluate(File.binread(path)).b == golden.call(File.basename(path))
}
counted = Cop11::Engine.new
counted.evaluate(OFFICE)
raised { counted.evaluate("") }
stats = counted.stats
check "calls are counted", [stats.calls, stats.errors, stats.states] == [2, 1, 1] &&
  stats.time_ns.positive? && stats.most_steps.between?(1, stats.most_memory)
counted.close
check "but none of a closed engine", raised { counted.stats }.is_a?(Cop11::Closed)
text = engine.evaluate(OFFICE)
check "a report carries its rating",
      text.range == [:not_applicable] && text.basis == :auditor_verified
check "render, diff, validate, and options of a call",
      engine.render(text, "html").include?("<html") &&
      engine.diff(text, text).json["format"] == "cop11.diff/1" &&
      engine.validate(OFFICE).json["valid"] &&
      engine.evaluate(OFFICE, as_of: "2015-01-02").json["as_of"] == "2015-01-02"
json = raised { engine.evaluate("{\"format\":\n  }") }
check "an error names line and column", [json.status, json.line, json.column] == [:json, 2, 3]
dossier = raised { engine.evaluate('{"format":"cop11.dossier/1","member":7}', as_of: "2014-01-01") }
check "an error names the pointer", [dossier.status, dossier.where] == [:dossier, "/member"]
check "a NUL cuts nothing off", raised { engine.describe("rules\0x") }.is_a?(ArgumentError)
check "what cancel raises is carried through",
      raised { engine.evaluate(OFFICE, cancel: -> { raise Mine }) }.is_a?(Mine)
check "cancel ends a call",
      raised { engine.evaluate(OFFICE, cancel: -> { true }) }.status == :cancelled

pack = Cop11::Pack.new("house").add("a.lua", "check 'bad' {}\n#{RULE}")
lines = []
house = Cop11::Engine.new(layers: [pack], log: ->(*line) { lines << line })
check "a broken check is logged", lines.size == 1 && lines[0][0] == 1
check "what log raises is carried through",
      raised { Cop11::Engine.new(layers: [pack], log: ->(*) { raise Mine }) }.is_a?(Mine)
check "no keys accept no pack",
      raised { Cop11::Engine.new(layers: [pack], keys: []) }.status == :argument
check "lint", Cop11.lint(layers: [pack]).json["format"] == "cop11.lint/1"
pack.close
pack.close
check "a closed pack opens no engine",
      raised { Cop11::Engine.new(layers: [pack]) }.is_a?(Cop11::Closed)
check "an engine keeps what it needs of packs", house.evaluate(OFFICE).include?("11.2.org.badges")
closing = house.evaluate(OFFICE, cancel: -> { house.close && false })
check "an engine closed in its own call is freed after it", closing.include?("11.2.org.badges")
check "a closed engine cannot be used", raised { house.evaluate(OFFICE) }.is_a?(Cop11::Closed)
engine.close
puts "1..#{$number}"
exit !$failed
