require "cop11"

engine = Cop11::Engine.new
begin
  report = engine.evaluate(File.binread(ARGV[0])).json
  puts report["member"]["text"]
rescue Cop11::Error => e
  warn "#{e.status} #{e.where}:#{e.line} #{e.message}"
end
engine.close
