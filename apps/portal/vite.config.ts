import { signedInApp } from '../ui/signed-in-app.vite.ts';

export default signedInApp('/', [
  // What pages show things with, words and schemas of the API; the long ones of the pre-check only go where it is shown.
  {
    name: 'views',
    test: /contracts[\\/]src[\\/](?!precheck|regulation|device|private)|antd[\\/]es[\\/](alert|space|empty|spin|descriptions)|(ui[\\/]src[\\/](frame|application|session|inbox|content)|portal[\\/]src[\\/](frame|applications)|useInfiniteQuery)/,
  },
  // What forms are made of; lists to choose from, numbers and days are large, and not in every form.
  {
    name: 'inputs',
    test: /(antd[\\/]es|rc-component)[\\/](input|checkbox|progress|tooltip)[\\/]|(ui[\\/]src[\\/](files|devices|forms[\\/](?!choice|number|date))|portal[\\/]src[\\/](drafts[\\/](?!wizard)|filings|transfer|[^\\/]+[\\/]texts))/,
  },
  {
    name: 'choices',
    test: /(antd[\\/]es|rc-component)[\\/](select|input-number|virtual-list|overflow|steps)[\\/]|ui[\\/]src[\\/](?!forms[\\/]date)|portal[\\/]src|contracts[\\/]src/,
  },
  { name: 'dates', test: /forms[\\/]date-field/ },
]);
