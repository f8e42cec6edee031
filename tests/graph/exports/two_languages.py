"""A made-up article in two languages, which tell one meeting and one agreement."""

BOTH = """房山区代表团到访北京信息科技大学

3月12日，房山区委副书记、区长郭延红率队到访北京信息科技大学。校长郭福会见了代表团一行。

双方就共建传感器实验室、学生实习等进行了交流。座谈后，北京信息科技大学与房山区签署战略合作协议，郭福、郭延红代表双方签约。

Delegation of Fangshan District Visits BISTU

On 12th March 2024, a delegation of Fangshan District headed by Mayor Guo Yanhong visited Beijing Information Science \
and Technology University. President Guo Fu of BISTU met with the delegation in the library.

After the talks, BISTU and Fangshan District signed a strategic cooperation agreement. Guo Fu and Guo Yanhong signed \
it on behalf of the two sides.
"""
