// Lists the people from the founder downwards, then adds sizes up in the opposite order.
#include <iostream>
#include <vector>

using namespace std;

int main() {
    int n;
    cin >> n;
    vector<int> manager(n + 1), size(n + 1, 1), order;
    vector<vector<int>> reports(n + 1);
    for (int i = 1; i <= n; ++i) {
        cin >> manager[i];
        reports[manager[i]].push_back(i);
    }
    order = reports[0];
    for (size_t i = 0; i < order.size(); ++i)
        for (int person : reports[order[i]]) order.push_back(person);
    for (int i = n - 1; i > 0; --i) size[manager[order[i]]] += size[order[i]];
    for (int i = 1; i <= n; ++i) cout << size[i] << ' ';
    cout << '\n';
}
