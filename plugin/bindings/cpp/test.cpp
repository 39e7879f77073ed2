// The header, on the samples and their golden reports.  Prints TAP.
#include <cop11.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

namespace {

int number = 0, failures = 0;

void check(bool passed, const std::string &name) {
  failures += !passed;
  std::printf("%sok %d - %s\n", passed ? "" : "not ", ++number, name.c_str());
}

std::string read(const std::filesystem::path &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::filesystem::path golden = std::getenv("COP11_GOLDEN");
const std::filesystem::path dossiers = std::getenv("COP11_DOSSIERS");
const std::string office = read(dossiers / "office.json");
const std::string rule = R"(
fact "org.badges" { type = "yes/no", ask = "Do guards wear a badge?" }
check "11.2.org.badges" { title = "Guards wear a badge", points = { "P11.2-01" },
  expect = { "org.badges is yes", otherwise = "Guards wear none." },
  ask = "Show a badge.", remedy = "Hand out badges." }
)";
struct mine {};

template <typename Thrown, typename Action> bool throws(Action action) {
  try {
    action();
  } catch (const Thrown &) {
    return true;
  }
  return false;
}

template <typename Action> cop11::error failure(Action action) {
  try {
    action();
  } catch (const cop11::error &error) {
    return error;
  }
  return cop11::error({});
}

void reports(const cop11::engine &engine) {
  int found = 0;
  for (const auto &entry : std::filesystem::directory_iterator(dossiers)) {
    if (entry.path().extension() != ".json")
      continue;
    auto name = entry.path().filename();
    found += engine.evaluate(read(entry.path())).view() == read(golden / name);
  }
  check(found == 13, "thirteen reports are the golden ones");
  auto text = engine.evaluate(office);
  check(text.range() == COP11_NOT_APPLICABLE && text.basis() == 3,
        "a report carries its rating");
  check(engine.render(text.view(), "html").str().find("<html") !=
                std::string::npos &&
            engine.diff(text.view(), text.view()).str().find("cop11.diff/1") !=
                std::string::npos &&
            engine.validate(office).str().find("\"valid\":true") !=
                std::string::npos,
        "render, diff and validate");
}

void counts() {
  cop11::engine engine;
  engine.evaluate(office);
  failure([&] { engine.evaluate(""); });
  cop11_stats stats = engine.stats();
  check(stats.calls == 2 && stats.errors == 1 && stats.states == 1 &&
            stats.time_ns > 0 && stats.most_steps > 0 &&
            stats.most_steps < stats.most_memory,
        "calls are counted");
  engine.close();
  check(throws<cop11::closed>([&] { engine.stats(); }), "but none of a closed engine");
}

void errors(const cop11::engine &engine) {
  auto json = failure([&] { engine.evaluate("{\"format\":\n  }"); });
  check(json.code == cop11::status::json && json.line == 2 && json.column == 3,
        "an error names line and column");
  cop11::call call;
  call.as_of = "2014-01-01";
  auto dossier = failure([&] {
    engine.evaluate(R"({"format":"cop11.dossier/1","member":7})", call);
  });
  check(dossier.code == cop11::status::dossier && dossier.where == "/member",
        "an error names the pointer");
  check(throws<std::invalid_argument>(
            [&] { engine.describe(std::string("rules\0x", 7)); }),
        "a NUL cuts nothing off");
}

void callbacks(const cop11::engine &engine) {
  cop11::call call;
  call.cancel = []() -> bool { throw mine{}; };
  check(throws<mine>([&] { engine.evaluate(office, call); }),
        "what cancel throws is carried through");
  call.cancel = [] { return true; };
  check(failure([&] { engine.evaluate(office, call); }).code ==
            cop11::status::cancelled,
        "cancel ends a call");
}

void packs() {
  cop11::pack pack("house");
  pack.add("a.lua", "check 'bad' {}\n" + rule);
  cop11::options options;
  options.layers = {&pack};
  int lines = 0;
  options.log = [&](int, std::string_view) { lines++; };
  cop11::engine engine(options);
  check(lines == 1, "a broken check is logged");
  options.log = [](int, std::string_view) { throw mine{}; };
  check(throws<mine>([&] { cop11::engine refused(options); }),
        "what log throws is carried through");
  options.log = nullptr;
  options.keys.emplace();
  check(failure([&] { cop11::engine refused(options); }).code ==
            cop11::status::argument,
        "no keys accept no pack");
  options.keys.reset();
  check(cop11::lint(options).str().find("cop11.lint/1") != std::string::npos,
        "lint");
  pack.close();
  check(throws<cop11::closed>([&] { cop11::engine refused(options); }),
        "a closed pack opens no engine");
  check(engine.evaluate(office).str().find("11.2.org.badges") !=
            std::string::npos,
        "an engine keeps what it needs of packs");
}

void handles() {
  cop11::engine engine;
  cop11::call call;
  call.cancel = [&] {
    engine.close();
    return false;
  };
  check(engine.evaluate(office, call).view() == read(golden / "office.json"),
        "an engine closed in its own call is freed after it");
  engine.close();
  check(throws<cop11::closed>([&] { engine.evaluate(office); }),
        "a closed engine cannot be used");
}

} // namespace

int main() {
  cop11::engine engine;
  reports(engine);
  errors(engine);
  counts();
  callbacks(engine);
  packs();
  handles();
  std::printf("1..%d\n", number);
  return failures != 0;
}
