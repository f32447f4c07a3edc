// What of KQL is executed and what is refused by name, as data. A test compares it with the engine and with what the
// language package knows, so that it cannot promise too much or forget something.
export interface OperatorCoverage {
  /** As it is written in a query. */
  readonly word: string;
  /** The language package's name for its node. */
  readonly node: string;
  readonly executed: boolean;
  readonly note?: string;
}

export interface NameCoverage {
  readonly executed: readonly string[];
  readonly refused: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);
const executed = (word: string, node: string, note?: string): OperatorCoverage =>
  note === undefined ? { word, node, executed: true } : { word, node, executed: true, note };
const refused = (word: string, node: string): OperatorCoverage => ({ word, node, executed: false });

export const KQL_OPERATORS: readonly OperatorCoverage[] = [
  executed('where', 'FilterOperator', 'not over *'),
  executed('take', 'TakeOperator'),
  executed('count', 'CountOperator'),
  executed('project', 'ProjectOperator'),
  executed('extend', 'ExtendOperator'),
  executed('project-away', 'ProjectAwayOperator'),
  executed('project-keep', 'ProjectKeepOperator'),
  executed('project-rename', 'ProjectRenameOperator'),
  executed('project-reorder', 'ProjectReorderOperator'),
  executed('serialize', 'SerializeOperator', 'functions of neighbouring rows are refused'),
  executed('summarize', 'SummarizeOperator', 'hints are passed over'),
  executed('distinct', 'DistinctOperator'),
  executed('sort', 'SortOperator'),
  executed('top', 'TopOperator'),
  executed('join', 'JoinOperator', 'on columns or on $left.x == $right.y'),
  executed('union', 'UnionOperator', 'withsource; kind=inner, isfuzzy and wildcards are refused'),
  executed('mv-expand', 'MvExpandOperator'),
  executed('make-series', 'MakeSeriesOperator', 'with from, to and step; in range() is refused'),
  executed('getschema', 'GetSchemaOperator'),
  executed('print', 'PrintOperator'),
  executed('range', 'RangeOperator'),
  executed('render', 'RenderOperator', 'changes nothing in the rows'),
  refused('as', 'AsOperator'),
  refused('assert-schema', 'AssertSchemaOperator'),
  refused('consume', 'ConsumeOperator'),
  refused('evaluate', 'EvaluateOperator'),
  refused('execute_and_cache', 'ExecuteAndCacheOperator'),
  refused('facet', 'FacetOperator'),
  refused('find', 'FindOperator'),
  refused('fork', 'ForkOperator'),
  refused('graph-mark-components', 'GraphMarkComponentsOperator'),
  refused('graph-match', 'GraphMatchOperator'),
  refused('graph-shortest-paths', 'GraphShortestPathsOperator'),
  refused('graph-to-table', 'GraphToTableOperator'),
  refused('graph-where-edges', 'GraphWhereEdgesOperator'),
  refused('graph-where-nodes', 'GraphWhereNodesOperator'),
  refused('invoke', 'InvokeOperator'),
  refused('lookup', 'LookupOperator'),
  refused('macro-expand', 'MacroExpandOperator'),
  refused('make-graph', 'MakeGraphOperator'),
  refused('mv-apply', 'MvApplyOperator'),
  refused('parse', 'ParseOperator'),
  refused('parse-kv', 'ParseKvOperator'),
  refused('parse-where', 'ParseWhereOperator'),
  refused('partition', 'PartitionOperator'),
  refused('partition-by', 'PartitionByOperator'),
  refused('project-by-names', 'ProjectByNamesOperator'),
  refused('reduce', 'ReduceByOperator'),
  refused('sample', 'SampleOperator'),
  refused('sample-distinct', 'SampleDistinctOperator'),
  refused('scan', 'ScanOperator'),
  refused('search', 'SearchOperator'),
  refused('top-hitters', 'TopHittersOperator'),
  refused('top-nested', 'TopNestedOperator'),
];

/** What is said otherwise than by the service, and known to be. */
export const KQL_DIFFERENCES: readonly string[] = [
  'dcount and percentile are exact; the service estimates them',
  'a datetime is kept to about a quarter of a microsecond, a timespan likewise; the service counts in 100 ns',
  'whole numbers are exact up to 2^53 only',
  'a datetime or timespan inside a dynamic is a string, and a whole real there is a long',
  'rows that nothing orders come in the order of the tables',
  'regular expressions know ASCII classes only',
];

export const KQL_AGGREGATES: NameCoverage = {
  executed: words(`
any anyif arg_max arg_min avg avgif count countif dcount dcountif make_bag make_bag_if make_list make_list_if
make_list_with_nulls make_set make_set_if makelist makeset max maxif min minif percentile percentiles stdev
stdevif stdevp sum sumif take_any take_anyif variance varianceif variancep`),
  refused: words(`
argmax argmin binary_all_and binary_all_or binary_all_xor buildschema cnt count_distinct count_distinctif
covariance covarianceif covariancep covariancepif hll hll_if hll_merge make_dictionary merge_tdigest
passthrough percentiles_array percentilesw percentilesw_array percentilew tdigest tdigest_merge variancepif`),
};

export const KQL_FUNCTIONS: NameCoverage = {
  executed: words(`
abs ago array_concat array_index_of array_length array_reverse array_slice array_sort_asc array_sort_desc
array_strcat arraylength bag_has_key bag_keys bag_merge bag_pack bag_remove_keys bag_set_key
base64_decode_tostring base64_decodestring base64_encode_tostring base64_encodestring bin bin_at case ceiling
coalesce column_ifexists columnifexists countof datepart datetime_add datetime_diff datetime_part dayofmonth
dayofweek dayofyear dynamic_to_json endofday endofmonth endofweek endofyear exp exp10 exp2 extract extract_all
floor format_datetime format_timespan getmonth gettype getyear hash_md5 hash_sha1 hash_sha256 hourofday iff iif
indexof isempty isfinite isinf isnan isnotempty isnotnull isnull log log10 log2 make_datetime make_timespan
max_of min_of monthofyear not notempty notnull now pack pack_all pack_array pack_dictionary parse_json
parsejson pi pow range regex_quote repeat replace_regex replace_string reverse round row_number set_difference
set_has_element set_intersect set_union sign split sqrt startofday startofmonth startofweek startofyear strcat
strcat_array strcat_delim strcmp string_size strlen strrep substring tobool toboolean todatetime todecimal
todouble todynamic toguid tohex toint tolong tolower toobject toreal tostring totime totimespan toupper trim
trim_end trim_start unixtime_microseconds_todatetime unixtime_milliseconds_todatetime
unixtime_nanoseconds_todatetime unixtime_seconds_todatetime url_decode url_encode_component week_of_year`),
  refused: words(`
acos all any around array_iff array_iif array_rotate_left array_rotate_right array_shift_left array_shift_right
array_split array_sum asin assert atan atan2 bag_pack_columns bag_zip base64_decode_toarray
base64_decode_toguid base64_encode_fromarray base64_encode_fromguid beta_cdf beta_inv beta_pdf bin_auto
binary_and binary_not binary_or binary_shift_left binary_shift_right binary_xor bitset_count_ones cluster
column_names_of convert_angle convert_energy convert_force convert_length convert_mass convert_speed
convert_temperature convert_volume cos cot current_cluster_endpoint current_cursor current_database
current_node_id current_principal current_principal_details current_principal_is_member_of cursor_after
cursor_before_or_at cursor_current database datetime_list_timezones datetime_local_to_utc datetime_utc_to_local
dcount_hll degrees entity_group erf erfc estimate_data_size extent_id extent_tags extentid external_table
extract_json extractall extractjson format_bytes format_ipv4 format_ipv4_mask gamma geo_angle geo_azimuth
geo_closest_point_on_line geo_closest_point_on_polygon geo_distance_2points geo_distance_point_to_line
geo_distance_point_to_polygon geo_from_wkt geo_geohash_neighbors geo_geohash_to_central_point
geo_geohash_to_polygon geo_h3cell_children geo_h3cell_level geo_h3cell_neighbors geo_h3cell_parent
geo_h3cell_rings geo_h3cell_to_central_point geo_h3cell_to_polygon geo_info_from_ip_address
geo_intersection_2lines geo_intersection_2polygons geo_intersection_line_with_polygon geo_intersects_2lines
geo_intersects_2polygons geo_intersects_line_with_polygon geo_line_buffer geo_line_centroid geo_line_densify
geo_line_interpolate_point geo_line_length geo_line_locate_point geo_line_simplify geo_line_to_s2cells
geo_point_buffer geo_point_in_circle geo_point_in_polygon geo_point_to_geohash geo_point_to_h3cell
geo_point_to_s2cell geo_polygon_area geo_polygon_buffer geo_polygon_centroid geo_polygon_densify
geo_polygon_perimeter geo_polygon_simplify geo_polygon_to_h3cells geo_polygon_to_s2cells geo_s2cell_neighbors
geo_s2cell_to_central_point geo_s2cell_to_polygon geo_simplify_polygons_array geo_union_lines_array
geo_union_polygons_array graph gzip_compress_to_base64_string gzip_decompress_from_base64_string has_any_index
has_any_ipv4 has_any_ipv4_prefix has_ipv4 has_ipv4_prefix hash hash_combine hash_many hash_xxhash64 hll_isvalid
hll_merge indexof_regex ingestion_time inner_nodes ipv4_compare ipv4_is_in_any_range ipv4_is_in_range
ipv4_is_match ipv4_is_private ipv4_netmask_suffix ipv4_range_to_cidr_list ipv6_compare ipv6_is_in_any_range
ipv6_is_in_range ipv6_is_match isascii iscolumnexists isutf8 jaccard_index labels loggamma make_string map
materialized_view merge_tdigest new_guid next node_degree_in node_degree_out node_id parse_command_line
parse_csv parse_ipv4 parse_ipv4_mask parse_ipv6 parse_ipv6_mask parse_path parse_url parse_urlquery
parse_user_agent parse_version parse_xml parseurl parseurlquery percentile_tdigest percentiles_array_tdigest
percentrank_tdigest prev punycode_domain_from_string punycode_domain_to_string punycode_from_string
punycode_to_string radians rand rank_tdigest replace replace_strings row_cumsum row_id row_rank
row_rank_dense row_rank_min row_window_session rowstore_ordinal_range series_abs series_acos series_add
series_asin series_atan series_ceiling series_cos series_cosine_similarity series_decompose
series_decompose_anomalies series_decompose_forecast series_divide series_dot_product series_equals series_exp
series_fft series_fill_backward series_fill_const series_fill_forward series_fill_linear series_fir
series_fit_2lines series_fit_2lines_dynamic series_fit_line series_fit_line_dynamic series_fit_poly
series_floor series_greater series_greater_equals series_ifft series_iir series_less series_less_equals
series_log series_magnitude series_multiply series_not_equals series_outliers series_pearson_correlation
series_periods_detect series_periods_validate series_pow series_product series_seasonal series_sign series_sin
series_stats series_stats_dynamic series_subtract series_sum series_tan set_equals sin stored_query_result
table tan tdigest_isvalid tdigest_merge to_utf8 translate treepath unicode_codepoints_from_string
unicode_codepoints_to_string url_encode weekofyear welch_test zip zlib_compress_to_base64_string
zlib_decompress_from_base64_string`),
};
