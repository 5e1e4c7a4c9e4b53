import {
  AuditOutlined,
  CloseCircleOutlined,
  EditOutlined,
  FileAddOutlined,
  FileSearchOutlined,
  ImportOutlined,
  SolutionOutlined,
  SwapOutlined,
} from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useText } from '@beian/ui/language/language.tsx';
import { portal } from '../frame/texts.ts';
import { texts } from './texts.ts';

/** The eight entries of the home page in the manual's order (M025–M032). */
const businesses = [
  ['/registration', FileAddOutlined, portal.register, texts.registerText],
  ['/applications', SolutionOutlined, portal.applications, texts.applicationsText],
  ['/filings', FileSearchOutlined, portal.filings, texts.filingsText],
  ['/change', EditOutlined, portal.change, texts.changeText],
  ['/cancellation', CloseCircleOutlined, portal.cancel, texts.cancelText],
  ['/transfer', SwapOutlined, portal.transfer, texts.transferText],
  ['/transfers/incoming', ImportOutlined, portal.incomingTransfers, texts.incomingText],
  ['/appeals/new', AuditOutlined, portal.appeal, texts.appealBusinessText],
] as const;

/** What a filer comes for, each with a word on when one needs it. */
export function Businesses() {
  const t = useText();
  return (
    <ul className="home-tiles">
      {businesses.map(([to, Icon, label, text]) => (
        <li key={to}>
          <Link to={to} className="home-tile">
            <Icon aria-hidden className="home-icon" />
            <strong>{t(label)}</strong>
            <span>{t(text)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
