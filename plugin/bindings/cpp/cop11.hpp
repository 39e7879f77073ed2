// cop11.hpp: libcop11 from C++17, this header alone.
//
//     cop11::engine engine;
//     cop11::text report = engine.evaluate(dossier);
//     std::cout << report.view();
//
// A call that fails throws cop11::error; what a callback throws comes out of the
// call that it was called from.  An engine serves any number of threads; it is the
// caller who sees to it that nobody closes it, or moves from it, meanwhile.
#ifndef COP11_HPP
#define COP11_HPP

#include <cop11.h>

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cop11 {

enum class status : std::int32_t {
  argument = COP11_E_ARGUMENT,
  memory = COP11_E_MEMORY,
  limit = COP11_E_LIMIT,
  cancelled = COP11_E_CANCELLED,
  json = COP11_E_JSON,
  dossier = COP11_E_DOSSIER,
  pack = COP11_E_PACK,
  io = COP11_E_IO,
  internal = COP11_E_INTERNAL
};

// `where` is a file name or a JSON Pointer, "" where there is none; line and column
// (in bytes) count from 1, 0 where there are none.
class error : public std::runtime_error {
public:
  explicit error(const cop11_error &from)
      : std::runtime_error(from.message), code(cop11::status(from.status)),
        where(from.where), line(from.line), column(from.column) {}
  cop11::status code;
  std::string where;
  int line, column;
};

// A handle was used after close(), or after it was moved from.
class closed : public std::logic_error {
public:
  closed() : std::logic_error("this cop11 handle is closed") {}
};

// How one call is made; what is empty has its default.
struct call {
  std::string as_of; // "YYYY-MM-DD"
  std::string format;
  std::string evaluated_at;
  bool show_sensitive = false;
  std::function<bool()> cancel; // asked again and again; true ends the call
  std::uint32_t time_limit_ms = 0;
};

namespace detail {

// What a callback threw in the call under way on this thread.
inline std::exception_ptr &raised() {
  static thread_local std::exception_ptr error;
  return error;
}

inline std::int32_t cancel(void *data) noexcept {
  try {
    return (*static_cast<const std::function<bool()> *>(data))() ? 1 : 0;
  } catch (...) {
    raised() = std::current_exception();
    return 1;
  }
}

using log_function = std::function<void(int, std::string_view)>;

inline void log(void *data, std::int32_t level, const char *text,
                std::size_t size) noexcept {
  try {
    (*static_cast<const log_function *>(data))(level, {text, size});
  } catch (...) {
    if (!raised())
      raised() = std::current_exception();
  }
}

inline const char *text_or_null(const std::string &text) {
  if (text.find('\0') != std::string::npos)
    throw std::invalid_argument("a NUL would end this text");
  return text.empty() ? nullptr : text.c_str();
}

inline cop11_call native(const call &from) {
  cop11_call to{};
  to.struct_size = sizeof to;
  to.flags = from.show_sensitive ? COP11_SHOW_SENSITIVE : 0;
  to.as_of = text_or_null(from.as_of);
  to.format = text_or_null(from.format);
  to.evaluated_at = text_or_null(from.evaluated_at);
  to.time_limit_ms = from.time_limit_ms;
  if (from.cancel) {
    to.cancel = cancel;
    to.cancel_data = const_cast<std::function<bool()> *>(&from.cancel);
  }
  return to;
}

// Runs `action` with an error to fill, and throws what went wrong.
template <typename Action> void check(Action action) {
  cop11_error filled{};
  filled.struct_size = sizeof filled;
  std::exception_ptr before = std::exchange(raised(), nullptr);
  cop11_status status = action(&filled);
  std::exception_ptr found = std::exchange(raised(), before);
  if (found)
    std::rethrow_exception(found);
  if (status != COP11_OK)
    throw error(filled);
}

template <typename Handle>
const std::shared_ptr<Handle> &open(const std::shared_ptr<Handle> &handle) {
  if (!handle)
    throw closed();
  return handle;
}

} // namespace detail

// The bytes of a result, in UTF-8, and of a report its rating.
class text {
public:
  explicit text(cop11_text *owned) : handle(owned, cop11_text_free) {}
  std::string_view view() const {
    return {cop11_text_data(handle.get()), cop11_text_size(handle.get())};
  }
  std::string str() const { return std::string(view()); }
  std::uint32_t range() const { return cop11_text_range(handle.get()); }
  std::uint32_t basis() const { return cop11_text_basis(handle.get()); }

private:
  std::shared_ptr<cop11_text> handle;
};

namespace detail {

// What a call that returns a text returned.
template <typename Action> text returned(Action action) {
  cop11_text *out = nullptr;
  try {
    check([&](cop11_error *err) { return action(&out, err); });
  } catch (...) {
    cop11_text_free(out);
    throw;
  }
  return text(out);
}

} // namespace detail

// Rules gathered before an engine is opened.
class pack {
public:
  explicit pack(const std::string &name) {
    cop11_pack *out = nullptr;
    const char *known = detail::text_or_null(name);
    detail::check([&](cop11_error *err) {
      return cop11_pack_new(known ? known : "", &out, err);
    });
    handle.reset(out, cop11_pack_free);
  }
  pack &add(const std::string &path, std::string_view rules) {
    auto held = detail::open(handle);
    const char *name = detail::text_or_null(path);
    detail::check([&](cop11_error *err) {
      return cop11_pack_add(held.get(), name ? name : "", bytes(rules),
                            rules.size(), err);
    });
    return *this;
  }
  pack &add_folder(const std::string &folder, const call &how = {}) {
    auto held = detail::open(handle);
    const char *name = detail::text_or_null(folder);
    cop11_call native = detail::native(how);
    detail::check([&](cop11_error *err) {
      return cop11_pack_add_folder(held.get(), name ? name : "", &native, err);
    });
    return *this;
  }
  pack &add_signature(std::string_view signature) {
    auto held = detail::open(handle);
    detail::check([&](cop11_error *err) {
      return cop11_pack_add_signature(held.get(), bytes(signature),
                                      signature.size(), err);
    });
    return *this;
  }
  void close() { handle.reset(); }
  std::shared_ptr<cop11_pack> share() const { return detail::open(handle); }

private:
  static const char *bytes(std::string_view text) {
    return text.data() ? text.data() : "";
  }
  std::shared_ptr<cop11_pack> handle;
};

// How an engine is opened; what is zero or empty has its default.
struct options {
  const cop11::pack *pack = nullptr;
  std::vector<const cop11::pack *> layers;
  // Where it is there, it counts: an empty list is an error, and no open door.
  std::optional<std::vector<std::string>> keys;
  detail::log_function log;
  std::uint64_t max_memory = 0, max_steps = 0, max_dossier = 0, max_report = 0;
  std::uint32_t max_depth = 0, max_idle = 0;
};

namespace detail {

// The struct for C, and all that it points to.
class native_options {
public:
  native_options(const options &from, const log_function *log) {
    to.struct_size = sizeof to;
    if (from.pack)
      to.pack = hold(*from.pack);
    for (const pack *layer : from.layers)
      layers.push_back(hold(*layer));
    to.layers = layers.empty() ? nullptr : layers.data();
    to.layer_count = layers.size();
    if (from.keys)
      set_keys(*from.keys);
    if (log && *log) {
      to.log = detail::log;
      to.log_data = const_cast<log_function *>(log);
    }
    to.max_memory = from.max_memory;
    to.max_steps = from.max_steps;
    to.max_dossier = from.max_dossier;
    to.max_report = from.max_report;
    to.max_depth = from.max_depth;
    to.max_idle = from.max_idle;
  }
  native_options(const native_options &) = delete;
  native_options &operator=(const native_options &) = delete;
  const cop11_options *get() const { return &to; }

private:
  const cop11_pack *hold(const pack &one) {
    held.push_back(one.share());
    return held.back().get();
  }
  void set_keys(const std::vector<std::string> &from) {
    for (const std::string &key : from)
      keys.push_back(text_or_null(key));
    keys.push_back(nullptr);
    to.keys = keys.data();
    to.key_count = from.size();
  }
  cop11_options to{};
  std::vector<std::shared_ptr<cop11_pack>> held;
  std::vector<const cop11_pack *> layers;
  std::vector<const char *> keys;
};

} // namespace detail

// Everything wrong with the pack and layers, as JSON ("cop11.lint/1").
inline text lint(const options &of = {}, const call &how = {}) {
  detail::native_options known(of, &of.log);
  cop11_call native = detail::native(how);
  return detail::returned([&](cop11_text **out, cop11_error *err) {
    return cop11_lint(known.get(), &native, out, err);
  });
}

// Runs the examples of the rules; the results as JSON ("cop11.test/1").
inline text test(const options &of = {}, const call &how = {}) {
  detail::native_options known(of, &of.log);
  cop11_call native = detail::native(how);
  return detail::returned([&](cop11_text **out, cop11_error *err) {
    return cop11_test(known.get(), &native, out, err);
  });
}

class engine {
public:
  explicit engine(const options &of = {}, const call &how = {})
      : log(std::make_shared<detail::log_function>(of.log)) {
    detail::native_options known(of, log.get());
    cop11_call native = detail::native(how);
    cop11_engine *out = nullptr;
    try {
      detail::check([&](cop11_error *err) {
        return cop11_engine_open(known.get(), &native, &out, err);
      });
    } catch (...) {
      cop11_engine_close(out); // the log may have thrown
      throw;
    }
    handle.reset(out, [kept = log](cop11_engine *one) { cop11_engine_close(one); });
  }
  text evaluate(std::string_view dossier, const call &how = {}) const {
    return run(how, [&](cop11_engine *one, const cop11_call *call,
                        cop11_text **out, cop11_error *err) {
      return cop11_evaluate(one, bytes(dossier), dossier.size(), call, out, err);
    });
  }
  text validate(std::string_view dossier, const call &how = {}) const {
    return run(how, [&](cop11_engine *one, const cop11_call *call,
                        cop11_text **out, cop11_error *err) {
      return cop11_validate(one, bytes(dossier), dossier.size(), call, out, err);
    });
  }
  text describe(const std::string &what, const call &how = {}) const {
    const char *name = detail::text_or_null(what);
    return run(how, [&](cop11_engine *one, const cop11_call *call,
                        cop11_text **out, cop11_error *err) {
      return cop11_describe(one, name ? name : "", call, out, err);
    });
  }
  text render(std::string_view report, const std::string &format,
              const call &how = {}) const {
    const char *name = detail::text_or_null(format);
    return run(how, [&](cop11_engine *one, const cop11_call *call,
                        cop11_text **out, cop11_error *err) {
      return cop11_render(one, bytes(report), report.size(), name ? name : "",
                          call, out, err);
    });
  }
  text diff(std::string_view before, std::string_view after,
            const call &how = {}) const {
    return run(how, [&](cop11_engine *one, const cop11_call *call,
                        cop11_text **out, cop11_error *err) {
      return cop11_diff(one, bytes(before), before.size(), bytes(after),
                        after.size(), call, out, err);
    });
  }
  // What it has done since it was opened, for a host's metrics; waits for no call.
  cop11_stats stats() const {
    auto held = detail::open(handle);
    cop11_stats found{};
    found.struct_size = sizeof found;
    detail::check([&](cop11_error *err) {
      return cop11_engine_stats(held.get(), &found, err);
    });
    return found;
  }
  // A call that closes its own engine, by a callback, still ends well.
  void close() { handle.reset(); }

private:
  static const char *bytes(std::string_view text) {
    return text.data() ? text.data() : "";
  }
  template <typename Action> text run(const call &how, Action action) const {
    auto held = detail::open(handle);
    cop11_call native = detail::native(how);
    return detail::returned([&](cop11_text **out, cop11_error *err) {
      return action(held.get(), &native, out, err);
    });
  }
  std::shared_ptr<detail::log_function> log;
  std::shared_ptr<cop11_engine> handle;
};

} // namespace cop11

#endif
