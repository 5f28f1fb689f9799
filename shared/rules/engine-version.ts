/** Version of the rules. It changes whenever the same seed and orders may give another game. */
export const ENGINE_VERSION = '1.3.0';
