import type { Page } from '@playwright/test';

/** Runs in the page: the tests know no browser types. */
const draw = `async (sealed) => {
  const canvas = new OffscreenCanvas(1240, 1754);
  const context = canvas.getContext('2d');
  const image = context.createImageData(canvas.width, canvas.height);
  for (let i = 0; i < image.data.length; i += 4) {
    const grey = 225 + Math.random() * 30;
    image.data.set([grey, grey, grey, 255], i);
  }
  context.putImageData(image, 0, 0);
  context.fillStyle = '#222';
  for (let line = 0; line < 30; line += 1) context.fillRect(120, 200 + line * 40, 900, 12);
  if (sealed) {
    context.strokeStyle = '#d62b2b';
    context.lineWidth = 8;
    context.beginPath();
    context.arc(900, 1400, 150, 0, 2 * Math.PI);
    context.stroke();
  }
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}`;

/** A scan of about 2 MB: paper with grain and lines of text, with or without a seal. Drawn by the browser, which knows how to make a PNG. */
export async function aScan(page: Page, name: string, sealed: boolean) {
  const base64 = await page.evaluate<string>(`(${draw})(${sealed})`);
  return { name, mimeType: 'image/png', buffer: Buffer.from(base64, 'base64') };
}
