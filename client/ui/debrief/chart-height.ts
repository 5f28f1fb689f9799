/** How high the charts of the final score are: in a large window two rows of them fill it, with their words. */

const LEAST_PX = 236;
const MOST_PX = 460;
/** What the bar at the top and the words of two rows take. */
const WORDS_PX = 300;
/** Narrower than this they stand below each other. */
const BESIDE_PX = 1024;

export const chartHeight = (width = innerWidth, height = innerHeight): number =>
  width < BESIDE_PX ? LEAST_PX : Math.round(Math.max(LEAST_PX, Math.min(MOST_PX, (height - WORDS_PX) / 2)));
