package cop11;

import java.time.Duration;

/** What an engine has done since it was opened, as in cop11_stats. */
public record Stats(int states, long calls, long errors, Duration time, long mostSteps,
    long mostMemory) {}
