package cop11;

import com.sun.jna.Pointer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A handle of the library that is freed once, and after its last use. */
final class Handle implements Runnable {
  private final String name;
  private final Pointer pointer;
  private final Consumer<Pointer> free;
  private int users;
  private boolean closed;

  Handle(String name, Pointer pointer, Consumer<Pointer> free) {
    this.name = name;
    this.pointer = pointer;
    this.free = free;
  }

  /** What the action makes of the pointer, which stays good until it returns. */
  <T> T use(Function<Pointer, T> action) {
    synchronized (this) {
      if (closed)
        throw new IllegalStateException("the " + name + " is closed");
      users++;
    }
    try {
      return action.apply(pointer);
    } finally {
      if (left())
        free.accept(pointer);
    }
  }

  private synchronized boolean left() {
    return --users == 0 && closed;
  }

  private synchronized boolean closes() {
    boolean last = !closed && users == 0;
    closed = true;
    return last;
  }

  /** Whoever uses it now is the one to free it; also what a Cleaner runs. */
  @Override
  public void run() {
    if (closes())
      free.accept(pointer);
  }
}
