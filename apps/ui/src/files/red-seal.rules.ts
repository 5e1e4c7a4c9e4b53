/** Share of a page that is red ink where there is a seal of 4 cm on A4, drawn as a thin ring with a star: about 0.3 %; a third of that is enough. */
const enough = 0.001;

/**
 * Whether something as red as a seal's ink is on a picture (L4: every upload 加盖公章). `rgba`: four bytes a pixel. A red that is far above
 * green and blue, so that warm paper and skin are not ink. Only ever a warning: seals scanned grey exist.
 */
export function showsRedSeal(rgba: Uint8ClampedArray): boolean {
  const pixels = rgba.length / 4;
  let red = 0;
  for (let i = 0; i < rgba.length; i += 4) {
    const [r = 0, g = 0, b = 0] = [rgba[i], rgba[i + 1], rgba[i + 2]];
    if (r > 110 && r - Math.max(g, b) > 60 && Math.abs(g - b) < 80) red += 1;
  }
  return pixels > 0 && red / pixels >= enough;
}
