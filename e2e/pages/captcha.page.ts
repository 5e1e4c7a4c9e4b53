import { expect, type Page } from '@playwright/test';

export const captchaBox = (page: Page) => page.getByRole('checkbox', { name: '我不是机器人' });

/** Ticks the box and waits for the browser to have solved the challenge. */
export async function passCaptcha(page: Page): Promise<void> {
  // What was solved before served once, and is taken away with its answer.
  await expect(captchaBox(page)).not.toBeChecked();
  await captchaBox(page).click();
  await expect(page.getByText('已验证')).toBeVisible();
}

const challenges = (url: URL) => url.pathname === '/api/public/challenges';
/** From now on this browser gets challenges that the platform did not sign so: what it solves is a wrong captcha. */
export async function spoilCaptchas(page: Page): Promise<void> {
  await page.route(challenges, async (route) => {
    const answer = await route.fetch();
    const challenge = (await answer.json()) as { signature: string };
    const signature = challenge.signature.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    await route.fulfill({ response: answer, json: { ...challenge, signature } });
  });
}
export const mendCaptchas = (page: Page) => page.unroute(challenges);
