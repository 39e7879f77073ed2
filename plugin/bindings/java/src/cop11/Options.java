package cop11;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How an engine is opened; what is null or 0 has its default. */
public final class Options {
  public Pack pack;
  public List<Pack> layers = List.of();
  /** They count where they are not null: an empty list is an error, no open door. */
  public List<String> keys;
  public BiConsumer<Integer, String> log;
  public long maxMemory, maxSteps, maxDossier, maxReport;
  public int maxDepth, maxIdle;

  /** What the action makes of the struct, whose packs stay open meanwhile. */
  static <T> T use(Options from, Native.Log log, Function<Native.Options, T> action) {
    Options known = from == null ? new Options() : from;
    List<Pack> packs = new ArrayList<>(known.layers);
    if (known.pack != null)
      packs.add(known.pack);
    return hold(packs, List.of(), pointers -> {
      Native.Options to = known.fill(pointers);
      to.log = log;
      T made = action.apply(to);
      java.lang.ref.Reference.reachabilityFence(to);
      return made;
    });
  }

  private static <T> T hold(List<Pack> packs, List<Pointer> held,
      Function<List<Pointer>, T> action) {
    if (held.size() == packs.size())
      return action.apply(held);
    return packs.get(held.size()).handle.use(pointer -> {
      List<Pointer> more = new ArrayList<>(held);
      more.add(pointer);
      return hold(packs, more, action);
    });
  }

  private Native.Options fill(List<Pointer> pointers) {
    Native.Options to = new Native.Options();
    if (pack != null)
      to.pack = pointers.get(layers.size());
    if (!layers.isEmpty())
      to.layers = block(pointers.subList(0, layers.size()));
    to.layer_count = layers.size();
    if (keys != null) {
      to.keys = block(keys.stream().map(Call::text).toList());
      to.key_count = keys.size();
    }
    to.max_memory = maxMemory;
    to.max_steps = maxSteps;
    to.max_dossier = maxDossier;
    to.max_report = maxReport;
    to.max_depth = maxDepth;
    to.max_idle = maxIdle;
    return to;
  }

  /** The pointers as C reads them; it keeps alive what they point to. */
  private static Memory block(List<Pointer> pointers) {
    Memory block = new Memory((pointers.size() + 1L) * com.sun.jna.Native.POINTER_SIZE) {
      private final List<Pointer> kept = pointers;
    };
    block.clear();
    for (int i = 0; i < pointers.size(); i++)
      block.setPointer((long) i * com.sun.jna.Native.POINTER_SIZE, pointers.get(i));
    return block;
  }
}
