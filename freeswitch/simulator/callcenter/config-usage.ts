/** What an empty `callcenter_config` prints. */
export const CONFIG_USAGE = `callcenter_config <target> <args>,
	callcenter_config agent add [name] [type] | 
	callcenter_config agent del [name] | 
	callcenter_config agent reload [name] | 
	callcenter_config agent set status [agent_name] [status] | 
	callcenter_config agent set state [agent_name] [state] | 
	callcenter_config agent set contact [agent_name] [contact] | 
	callcenter_config agent set ready_time [agent_name] [wait till epoch] | 
	callcenter_config agent set reject_delay_time [agent_name] [wait second] | 
	callcenter_config agent set busy_delay_time [agent_name] [wait second] | 
	callcenter_config agent set no_answer_delay_time [agent_name] [wait second] | 
	callcenter_config agent get status [agent_name] | 
	callcenter_config agent get state [agent_name] | 
	callcenter_config agent get uuid [agent_name] | 
	callcenter_config agent list [[agent_name]] | 
	callcenter_config tier add [queue_name] [agent_name] [[level]] [[position]] | 
	callcenter_config tier set state [queue_name] [agent_name] [state] | 
	callcenter_config tier set level [queue_name] [agent_name] [level] | 
	callcenter_config tier set position [queue_name] [agent_name] [position] | 
	callcenter_config tier del [queue_name] [agent_name] | 
	callcenter_config tier reload [queue_name] [agent_name] | 
	callcenter_config tier list | 
	callcenter_config queue load [queue_name] | 
	callcenter_config queue unload [queue_name] | 
	callcenter_config queue reload [queue_name] | 
	callcenter_config queue list | 
	callcenter_config queue list agents [queue_name] [status] [state] | 
	callcenter_config queue list members [queue_name] | 
	callcenter_config queue list tiers [queue_name] | 
	callcenter_config queue count | 
	callcenter_config queue count agents [queue_name] [status] [state] | 
	callcenter_config queue count members [queue_name] | 
	callcenter_config queue count tiers [queue_name]`;
