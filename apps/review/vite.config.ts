import { signedInApp } from '../ui/signed-in-app.vite.ts';

export default signedInApp('/review/', [
  // What pages show things with and small forms are made of, and the words and schemas of the API; nothing that needs what follows.
  {
    name: 'views',
    test: /contracts[\\/]src[\\/](?!precheck|regulation)|roundedArrow|useAllowClear|antd[\\/]es[\\/](alert|space|empty|spin|descriptions|modal|checkbox|switch)[\\/]|tinykeys|useInfiniteQuery|[mM]utation|ui[\\/]src[\\/](frame|application|session|inbox|content|forms[\\/](?!choice|number|date))|review[\\/]src[\\/](frame[\\/](?!list-table)|shortcuts|exports|content[\\/](?!text-form)|[^\\/]+[\\/]texts|task[\\/]urge)/,
  },
  // Lists to choose from and numbers.
  {
    name: 'choices',
    test: /antd[\\/]es[\\/](select|input[\\/]style)[\\/]|ui[\\/]src[\\/](?!forms[\\/]date)|review[\\/]src[\\/](organs[\\/]organ-field|task[\\/]assign|content[\\/]text-form)/,
  },
  { name: 'dates', test: /forms[\\/]date-field/ },
  {
    name: 'lists',
    test: /frame[\\/]list-table|antd[\\/]es[\\/](table|pagination|input)[\\/]|review[\\/]src[\\/]queue/,
  },
]);
