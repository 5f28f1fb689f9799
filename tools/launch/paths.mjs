// Places in the project that the launcher needs, as absolute paths.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const at = (...parts) => join(ROOT, ...parts);
