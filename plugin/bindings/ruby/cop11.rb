# frozen_string_literal: true

# libcop11 from Ruby: rates a dossier against RJC COP 11 Security (2013).

require "fiddle"
require "fiddle/import"
require "json"

module Cop11
  DRAFT = 2 # COP11_ABI_VERSION of the header that the structs below follow
  STATUSES = %i[ok argument memory limit cancelled json dossier pack io internal].freeze
  RATINGS = %i[not_applicable conformance minor_nonconformance major_nonconformance].freeze
  BASES = [nil, :stated, :evidenced, :auditor_verified].freeze

  # `where` is a file name or a JSON Pointer; `line` and `column` (in bytes) count
  # from 1 and are 0 where there are none.
  class Error < StandardError
    attr_reader :status, :where, :line, :column

    def initialize(status, message, where, line, column)
      super(message)
      @status, @where, @line, @column = status, where, line, column
    end
  end

  class Closed < StandardError; end

  # The functions and structs of cop11.h.
  module Native
    extend Fiddle::Importer
    own = File.join(__dir__, "libcop11.so")
    dlload(File.exist?(own) ? own : "libcop11.so.0.#{DRAFT}")
    typealias "uint32_t", "unsigned int"
    typealias "int32_t", "int"
    typealias "uint64_t", "unsigned long long"
    Failure = struct ["uint32_t struct_size", "int32_t status", "int32_t line",
                      "int32_t column", "char where[256]", "char message[1024]"]
    Call = struct ["uint32_t struct_size", "uint32_t flags", "void *as_of", "void *cancel",
                   "void *cancel_data", "uint32_t time_limit_ms", "uint32_t reserved",
                   "void *format", "void *evaluated_at"]
    Options = struct ["uint32_t struct_size", "uint32_t flags", "void *pack", "void *layers",
                      "size_t layer_count", "uint64_t max_memory", "uint64_t max_steps",
                      "uint64_t max_dossier", "uint64_t max_report", "uint32_t max_depth",
                      "uint32_t max_idle", "void *log", "void *log_data", "void *keys",
                      "size_t key_count"]
    Counts = struct ["uint32_t struct_size", "uint32_t states", "uint64_t calls",
                     "uint64_t errors", "uint64_t time_ns", "uint64_t most_steps",
                     "uint64_t most_memory"]
    extern "char *cop11_version()"
    extern "uint32_t cop11_abi_version()"
    extern "void *cop11_text_data(void *)"
    extern "size_t cop11_text_size(void *)"
    extern "uint32_t cop11_text_range(void *)"
    extern "uint32_t cop11_text_basis(void *)"
    extern "void cop11_text_free(void *)"
    extern "int32_t cop11_pack_new(void *, void *, void *)"
    extern "int32_t cop11_pack_add(void *, void *, void *, size_t, void *)"
    extern "int32_t cop11_pack_add_folder(void *, void *, void *, void *)"
    extern "int32_t cop11_pack_add_signature(void *, void *, size_t, void *)"
    extern "void cop11_pack_free(void *)"
    extern "int32_t cop11_engine_open(void *, void *, void *, void *)"
    extern "void cop11_engine_close(void *)"
    extern "int32_t cop11_engine_stats(void *, void *, void *)"
    extern "int32_t cop11_describe(void *, void *, void *, void *, void *)"
    extern "int32_t cop11_lint(void *, void *, void *, void *)"
    extern "int32_t cop11_test(void *, void *, void *, void *)"
    extern "int32_t cop11_validate(void *, void *, size_t, void *, void *, void *)"
    extern "int32_t cop11_evaluate(void *, void *, size_t, void *, void *, void *)"
    extern "int32_t cop11_render(void *, void *, size_t, void *, void *, void *, void *)"
    extern "int32_t cop11_diff(void *, void *, size_t, void *, size_t, void *, void *, void *)"

    # A struct of zeros, but for its own size.
    def self.sized(type)
      made = type.malloc(Fiddle::RUBY_FREE)
      made.to_ptr[0, type.size] = "\0" * type.size
      made.struct_size = type.size
      made
    end

    found = cop11_abi_version
    unless found == DRAFT
      raise LoadError, "this is the binding for draft #{DRAFT} of libcop11, but the library is draft #{found}"
    end
  end

  def self.version = Native.cop11_version.to_s

  # A handle of the library that is freed once, and after its last use.
  class Handle
    def initialize(name, pointer, free)
      @name, @pointer, @free = name, pointer, free
      @lock, @users, @closed = Mutex.new, 0, false
    end

    def use
      @lock.synchronize do
        raise Closed, "the #{@name} is closed" if @closed

        @users += 1
      end
      begin
        yield @pointer
      ensure
        leave
      end
    end

    def close
      last = @lock.synchronize do
        !@closed && (@closed = true) && @users.zero?
      end
      @free.call(@pointer) if last
    end

    # For an owner that nobody closed; `kept` lives until then.
    def finalizer(kept = nil)
      handle = self
      proc { handle.close || kept }
    end

    private

    def leave
      last = @lock.synchronize { (@users -= 1).zero? && @closed }
      @free.call(@pointer) if last
    end
  end

  # One call: its struct, its callbacks, its error.
  module Calls
    module_function

    # What a callback raises ends the call and comes out of it.
    def caught(otherwise)
      yield
    rescue Exception => e # carried through, whatever it is
      Thread.current[:cop11_raised] ||= e
      otherwise
    end

    def text(text)
      raise ArgumentError, "a NUL would end this text" if text&.include?("\0")

      text && Fiddle::Pointer[text.encode("UTF-8")]
    end

    # The struct, and what must live as long as it does.
    def options(as_of: nil, format: nil, evaluated_at: nil, show_sensitive: false,
                cancel: nil, time_limit_ms: 0)
      call = Native.sized(Native::Call)
      call.flags = show_sensitive ? 1 : 0
      kept = { as_of: text(as_of), format: text(format), evaluated_at: text(evaluated_at) }
      kept.each { |name, value| call.public_send("#{name}=", value) if value }
      call.time_limit_ms = time_limit_ms
      if cancel
        kept[:cancel] = Fiddle::Closure::BlockCaller.new(Fiddle::TYPE_INT, [Fiddle::TYPE_VOIDP]) do
          caught(1) { cancel.call ? 1 : 0 }
        end
        call.cancel = kept[:cancel]
      end
      [call, kept]
    end

    # Calls cop11_`name`, which takes an error behind its arguments.
    def check(name, *arguments)
      error = Native.sized(Native::Failure)
      before = Thread.current[:cop11_raised]
      Thread.current[:cop11_raised] = nil
      status = Native.public_send("cop11_#{name}", *arguments, error)
      raised = Thread.current[:cop11_raised]
      Thread.current[:cop11_raised] = before
      raise raised if raised
      raise failure(error) unless status.zero?
    end

    def failure(error)
      message, where = [error.message, error.where].map do |chars|
        chars.pack("c*").unpack1("Z*").force_encoding("UTF-8")
      end
      Error.new(STATUSES[error.status], message, where, error.line, error.column)
    end

    # An out parameter: what it holds is read after the call.
    def out
      pointer = Fiddle::Pointer.malloc(Fiddle::SIZEOF_VOIDP, Fiddle::RUBY_FREE)
      pointer[0, Fiddle::SIZEOF_VOIDP] = "\0" * Fiddle::SIZEOF_VOIDP
      pointer
    end

    # Calls a function that returns a text.
    def returned(name, *arguments, **options)
      call, kept = options(**options)
      out = self.out
      begin
        check(name, *arguments, call, out)
        kept.clear
        Text.new(out.ptr)
      ensure
        Native.cop11_text_free(out.ptr)
      end
    end

    # Every text goes with its size.
    def sized(text) = [Fiddle::Pointer[text], text.bytesize]
  end
  private_constant :Native, :Handle, :Calls

  # The bytes of a result, in UTF-8.
  class Text < String
    attr_reader :range, :basis

    def initialize(handle)
      super(Native.cop11_text_data(handle)[0, Native.cop11_text_size(handle)])
      force_encoding("UTF-8")
      bits = Native.cop11_text_range(handle)
      @range = RATINGS.select.with_index { |_, bit| bits[bit] == 1 }
      @basis = BASES[Native.cop11_text_basis(handle)]
    end

    def json = JSON.parse(self)
  end

  # Rules gathered before an engine is opened.
  class Pack
    def initialize(name)
      out = Calls.out
      Calls.check(:pack_new, Calls.text(name), out)
      @handle = Handle.new("pack", out.ptr, Native.method(:cop11_pack_free))
      ObjectSpace.define_finalizer(self, @handle.finalizer)
    end

    def add(path, rules)
      @handle.use { |pack| Calls.check(:pack_add, pack, Calls.text(path), *Calls.sized(rules)) }
      self
    end

    def add_folder(folder, **call)
      native, kept = Calls.options(**call)
      @handle.use { |pack| Calls.check(:pack_add_folder, pack, Calls.text(folder), native) }
      kept.clear
      self
    end

    def add_signature(signature)
      @handle.use { |pack| Calls.check(:pack_add_signature, pack, *Calls.sized(signature)) }
      self
    end

    def close = @handle.close

    def use(&) = @handle.use(&)
  end

  # How an engine is opened: the struct while the block runs, its packs held open.
  module Options
    LIMITS = %i[max_memory max_steps max_dossier max_report max_depth max_idle].freeze

    module_function

    def with(pack: nil, layers: [], keys: nil, log: nil, **limits)
      unknown = limits.keys - LIMITS
      raise ArgumentError, "unknown keyword: #{unknown.first.inspect}" unless unknown.empty?

      hold([*layers, *pack]) do |pointers|
        native = Native.sized(Native::Options)
        native.pack = pointers.pop if pack
        kept = [list(native, :layer, pointers.map(&:to_i), layers.empty?)]
        texts = keys&.map { |key| Calls.text(key) }
        # Not even an empty list may stand for "any pack is accepted".
        kept << texts << list(native, :key, (texts || []).map(&:to_i), keys.nil?)
        limits.each { |name, value| native.public_send("#{name}=", value) }
        native.log = log if log
        yield(native).tap { kept.clear }
      end
    end

    def hold(packs, pointers = [], &block)
      return yield(pointers) if packs.empty?

      packs.first.use { |pointer| hold(packs.drop(1), [*pointers, pointer], &block) }
    end

    def list(native, name, addresses, absent)
      return if absent

      block = Fiddle::Pointer[[*addresses, 0].pack("J*")]
      native.public_send("#{name}s=", block)
      native.public_send("#{name}_count=", addresses.size)
      block
    end
  end
  private_constant :Options

  def self.lint(call: {}, **options)
    Options.with(**options) { |native| Calls.returned(:lint, native, **call) }
  end

  def self.test(call: {}, **options)
    Options.with(**options) { |native| Calls.returned(:test, native, **call) }
  end

  # What an engine has done since it was opened, as in cop11_stats.
  Stats = Struct.new(:states, :calls, :errors, :time_ns, :most_steps, :most_memory)

  # Rules ready to run.
  class Engine
    def initialize(call: {}, log: nil, **options)
      @log = log && logger(log)
      native_call, kept = Calls.options(**call)
      out = Calls.out
      begin
        Options.with(log: @log, **options) do |native|
          Calls.check(:engine_open, native, native_call, out)
        end
      rescue Exception
        Native.cop11_engine_close(out.ptr) # the log may have raised
        raise
      end
      kept.clear
      @handle = Handle.new("engine", out.ptr, Native.method(:cop11_engine_close))
      ObjectSpace.define_finalizer(self, @handle.finalizer(@log))
    end

    def evaluate(dossier, **call) = job(:evaluate, *Calls.sized(dossier), **call)
    def validate(dossier, **call) = job(:validate, *Calls.sized(dossier), **call)
    def describe(what, **call) = job(:describe, Calls.text(what), **call)

    def render(report, format, **call)
      job(:render, *Calls.sized(report), Calls.text(format), **call)
    end

    def diff(one, other, **call)
      job(:diff, *Calls.sized(one), *Calls.sized(other), **call)
    end

    # For a host's metrics; waits for no call.
    def stats
      counts = Native.sized(Native::Counts)
      @handle.use { |engine| Calls.check(:engine_stats, engine, counts) }
      Stats.new(*Stats.members.map { |name| counts.public_send(name) })
    end

    def close = @handle.close

    private

    def job(name, *arguments, **call)
      @handle.use { |engine| Calls.returned(name, engine, *arguments, **call) }
    end

    def logger(log)
      types = [Fiddle::TYPE_VOIDP, Fiddle::TYPE_INT, Fiddle::TYPE_VOIDP, Fiddle::TYPE_SIZE_T]
      Fiddle::Closure::BlockCaller.new(Fiddle::TYPE_VOID, types) do |_, level, text, size|
        Calls.caught(nil) { log.call(level, text[0, size].force_encoding("UTF-8")) }
      end
    end
  end
end
