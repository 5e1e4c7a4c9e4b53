import { createLink } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';

/** A link that looks like a button. */
export const ButtonLink = createLink(Button);

/** A link that looks like the button of what is to do next. */
export const NextLink = createLink((props: ButtonProps) => <Button {...props} type="primary" />);
