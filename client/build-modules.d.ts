/** What the build provides to the running client: see `build/base-ruleset.ts` and `build/worker-entries.ts`. */
declare module 'virtual:base-ruleset' {
  /** Address of the JSON file. */
  const address: string;
  export default address;
}

declare module 'virtual:mods' {
  /** Installed mods, each with the address of the rules that it makes with the base game. */
  const mods: readonly { info: import('#shared/protocol/mod-info.ts').ModInfo; address: string }[];
  export default mods;
}

declare module '*?entry' {
  /** Address of the built worker. */
  const address: string;
  export default address;
}
