/** Every workflow that the worker offers, by the name of its type. */
export { registration } from './registration.workflow.ts';
