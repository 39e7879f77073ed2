package cop11;

/** Why a call failed. */
public final class Cop11Exception extends RuntimeException {
  /** The kinds of failure of cop11.h, in its order. */
  public enum Status { OK, ARGUMENT, MEMORY, LIMIT, CANCELLED, JSON, DOSSIER, PACK, IO, INTERNAL }

  private static final long serialVersionUID = 1;
  public final Status status;
  /** A file name or a JSON Pointer; "" where there is none. */
  public final String where;
  /** From 1, and in bytes; 0 where there is none. */
  public final int line, column;

  Cop11Exception(Native.Failure failure) {
    super(Native.text(failure.message));
    status = Status.values()[failure.status];
    where = Native.text(failure.where);
    line = failure.line;
    column = failure.column;
  }
}
