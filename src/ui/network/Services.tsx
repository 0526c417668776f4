import { Lock } from 'lucide-react';
import { useState } from 'react';
import type { SceneHost, SceneService } from '../../core/trace/scene-types.ts';
import { useMessages } from '../messages/useMessages.ts';
import { fitting } from './ports.ts';

const Service = ({ port, tls }: SceneService) => (
  <span className="inline-flex items-center gap-0.5">
    {port}
    {tls === 'implicit' && <Lock className="size-2.5 text-tls" strokeWidth={2.4} aria-hidden="true" />}
  </span>
);
/** The ports it answers at: as many as there is room for, and the rest for who asks. The card grows then. */
export function Services({ services, room }: { services: SceneHost['services']; room: number }) {
  const { network } = useMessages();
  const [all, show] = useState(false);
  const few = fitting(services, room);
  const more = services.length - few.length;
  return (
    <p
      className={`mono flex gap-x-2 text-tiny text-soft ${all ? 'flex-wrap' : ''}`}
      translate="no"
      data-wire=""
      data-all={all ? '' : undefined}
    >
      {(all ? services : few).map((service) => (
        <Service key={service.port} {...service} />
      ))}
      {more > 0 && (
        <button
          type="button"
          aria-label={network.ports(more)}
          title={network.ports(more)}
          aria-expanded={all}
          onClick={() => show(!all)}
          className="relative -mt-2 min-w-6 rounded-control pt-2 text-left hover:text-text"
        >
          {all ? '−' : `+${more}`}
        </button>
      )}
    </p>
  );
}
