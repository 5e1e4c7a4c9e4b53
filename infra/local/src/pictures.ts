/** `npm run pictures`: the pictures of the documentation, from the platform that runs at BEIAN_URL. */
import '../../../e2e/pictures.ts';
