/** Lets other work go first; each host brings its own way. */
export type Rest = () => Promise<void>;
