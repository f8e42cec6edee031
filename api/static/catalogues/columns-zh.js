// The columns of the cookbook in Chinese; a test holds that none is missing.

export default {
  agreement: "协议", agreements: "协议数", article: "文章", articles: "文章数", bodies: "机构数", body: "机构", broker: "居间机构", by_their_district: "区县代会面次数",
  chain: "路径", company: "企业", confidence: "可信度", contact: "首次接触", date: "日期", days: "天数", district: "区县", event: "事件", events: "事件数", first: "首次", grade: "远近", host: "主方", id: "编号",
  in_one: "在前者", in_other: "在后者", institution: "机构", kind: "类型", language: "语言", languages: "语言数", last: "末次", meeting: "会面", meetings: "会面数", month: "月份",
  name: "名称", other: "另一方", other_agreement: "另一协议", other_article: "另一文章", other_province: "另一省市", other_status: "另一状态", other_subject: "另一内容",
  other_title: "另一职务", pairs: "对数", part: "下属", parties: "参与方数", partner: "合作方", party: "一方", person: "人物", persons: "人数", province: "省市", quote: "原句",
  role: "角色", shared: "共同熟人", side: "所属一方", signed: "签署日期", since: "自", start: "起点", status: "状态", stop: "终点", subject: "内容", surface: "文中写法",
  times: "次数", title: "职务", university: "大学", until: "至", visitor: "来访方", with_one: "与前者", with_other: "与后者", year: "年份",
};
