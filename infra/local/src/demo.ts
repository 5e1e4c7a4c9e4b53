/** `npm run demo`: the stories that e2e tells over HTTP, against the platform that runs at BEIAN_URL (http://localhost:8080). */
import '../../../e2e/demo.ts';
